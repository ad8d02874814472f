announcement-start = Start
announcement-events = Events
announcement-breadcrumb = You are here
announcement-coming-heading = Events
announcement-past-heading = Past events
announcement-list-lead = Conversations, meetings and conferences where municipalities, associations, employers and universities meet.
announcement-tabs = Which events
announcement-tab-coming = Coming
announcement-tab-past = Past
announcement-search-label = Search events by name
announcement-search = Search
announcement-search-all = Show all
announcement-found = { $count ->
    [0] No event has “{ $q }” in its name.
    [one] One event has “{ $q }” in its name.
   *[other] { $count } events have “{ $q }” in their names.
}
announcement-empty-search = Nothing found
announcement-empty-search-text = Try a shorter word, or only part of the name.
announcement-empty-coming = Nothing planned just now
announcement-empty-coming-text = This is where you see what is coming, as soon as something is decided. Meanwhile you can read about what has been.
announcement-empty-coming-onward = Past events
announcement-empty-past = Nothing has been held yet
announcement-empty-past-text = When an event is over, its page stays here.
announcement-empty-past-onward = Coming events
announcement-pages = Pages
announcement-page = Page { $number }
announcement-previous = Previous
announcement-next = Next
announcement-card-closed = Registration has closed
announcement-card-opens = Registration opens { $day }
announcement-card-invited = By invitation
announcement-card-more-days = { $count ->
    [one] { $day } and one more day
   *[other] { $day } and { $count } more days
}
announcement-card-unlimited = There is room
announcement-places-none = All places are taken
announcement-places-left = { $count ->
    [one] One place left
   *[other] { $count } places left
}
announcement-places-left-of = { $left ->
    [one] One of { $places } places left
   *[other] { $left } of { $places } places left
}
announcement-places-all = { $places ->
    [one] One place
   *[other] { $places } places
}
announcement-places-unlimited = No limit
announcement-tag-cancelled = Cancelled
announcement-tag-over = Over
announcement-tag-online = Online
announcement-tag-on-site = On site
announcement-tag-mixed = On site and online
announcement-tag-invited = By invitation
announcement-cancelled = This event was cancelled on { $day }. The page stays so that you can see what was planned.
announcement-cancelled-title = Cancelled: { $title }
announcement-preview-draft = This is how visitors will see the page. The event is a draft that only organisers see.
announcement-preview-public = This is how visitors see the page.
announcement-only-in-other-language = This text is only available in Swedish.
announcement-partly-in-other-language = Part of this text is only available in Swedish.
announcement-facts = In brief
announcement-day = Day
announcement-days = Days
announcement-hours = Time
announcement-place = Place
announcement-link-comes = The link comes on { $day }.
announcement-link-sent = The link has been sent to those who registered.
announcement-link-soon = The link will be sent as soon as it is ready.
announcement-opens = Registration opens
announcement-deadline = Last day to register
announcement-places = Places
announcement-cost = Cost
announcement-amount = SEK { $kronor }
announcement-no-show-fee = Staying away without withdrawing costs SEK { $kronor }.
announcement-themes = { $count ->
    [one] Theme
   *[other] Themes
}
announcement-free = Free of charge
announcement-audience = For whom
announcement-register = Register
announcement-invited = This event is by invitation. You register with the link in your invitation.
announcement-not-open = Registration opens on { $day }.
announcement-full = All places are taken. Do look in again: whoever withdraws gives back a place.
announcement-closed = Registration has closed. The last day to register was { $day }.
announcement-closed-over = This event is over.
announcement-closed-cancelled = You cannot register, because the event is cancelled.
announcement-programme = Programme
announcement-programme-of = Programme for { $day }
announcement-kind-arrival = We gather
announcement-kind-welcome = Welcome
announcement-kind-talk = Talk
announcement-kind-group-talks = Group talks
announcement-kind-break = Break
announcement-kind-meal = Meal
announcement-kind-summary = Summary
announcement-kind-other = Programme item
announcement-table-questions = What we talk about at the tables
announcement-choosing-wishes = When you register you say which talks you would most like to join. The groups are made later.
announcement-choosing-first-come = You choose when you register. Whoever comes first gets the place.
announcement-led-by = { $count ->
    [one] Facilitator: { $names }
   *[other] Facilitators: { $names }
}
announcement-people = Who takes part
announcement-moderator = { $count ->
    [one] Moderator
   *[other] Moderators
}
announcement-speaker = { $count ->
    [one] Speaker
   *[other] Speakers
}
announcement-facilitator = { $count ->
    [one] Facilitator
   *[other] Facilitators
}
announcement-mix = Who is coming
announcement-mix-over = Who had registered
announcement-count-public = { $count } from the public sector
announcement-count-civil-society = { $count } from civil society
announcement-count-business = { $count } from business
announcement-count-academia = { $count } from academia
announcement-count-other = { $count } others
announcement-few-public = a few from the public sector
announcement-few-civil-society = a few from civil society
announcement-few-business = a few from business
announcement-few-academia = a few from academia
announcement-few-other = a few others
announcement-inviting = Who invites you
announcement-with = In collaboration with { $names }
announcement-project = Part of the project
announcement-funded = Co-funded by { $names }
announcement-european-union = the European Union
announcement-union-emblem = Emblem of the European Union
announcement-pre-meeting-of = This is a pre-meeting of
announcement-pre-meetings = Pre-meetings
announcement-about-series = About { $series }
announcement-about = About the series
announcement-links = Read more
announcement-contact = Questions
announcement-updated = Last updated { $moment }.
announcement-calendar = Add to your calendar
announcement-print = Print
announcement-print-back = Back to the event
announcement-share = Share
announcement-copy = Copy the address
announcement-copied = The address has been copied.
