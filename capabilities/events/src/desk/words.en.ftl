desk-heading = Organise
desk-you-are-here = You are here
desk-new-from-text = New from a text or a file
desk-new-event = New event

desk-week-heading = The week ahead
desk-week-empty = Nothing waits for you in the next few days. Last days to register, days when links are sent and letters that did not arrive will show up here.
desk-week-today = Today
desk-week-see = See the event
desk-week-letters = { $refused ->
    [0] { $unknown ->
        [one] we do not know whether one letter arrived.
       *[other] we do not know whether { $unknown } letters arrived.
    }
    [one] { $unknown ->
        [0] one letter did not arrive.
       *[other] one letter did not arrive, and { $unknown } more may not have.
    }
   *[other] { $unknown ->
        [0] { $refused } letters did not arrive.
       *[other] { $refused } letters did not arrive, and { $unknown } more may not have.
    }
}
desk-week-letters-act = See the letters
desk-week-full = every place is taken.
desk-week-opens = registration opens.
desk-week-last-day = last day to register.
desk-week-registered-act = See who is coming
desk-week-link = { $count ->
    [0] the link goes to those who register.
    [one] the link goes to one registrant.
   *[other] the link goes to { $count } registrants.
}
desk-week-link-missing = No link yet
desk-week-link-act = Enter the link
desk-week-takes = the event takes place. { $place }.

desk-events-heading = Events
desk-tabs-label = Which events
desk-tab-coming = Coming
desk-tab-drafts = Drafts
desk-tab-past = Past
desk-pages-label = Pages
desk-page-number = Page { $number }
desk-empty-coming = No coming events
desk-empty-coming-text = What you invite people to is gathered here: meetings, talks and conferences. Begin with a title, a day and hours. The rest can be added as you go, and nobody sees it until you publish.
desk-empty-drafts = No drafts
desk-empty-drafts-text = A draft is an event that only organisers see. Take your time with it and publish when it is ready.
desk-empty-past = No past events
desk-empty-past-text = Events come here when they are over.
desk-empty-act = Make an event

desk-state-draft = Draft
desk-state-published = Published
desk-state-cancelled = Cancelled
desk-tag-open = Open
desk-tag-not-open = Not open yet
desk-tag-full = Full
desk-tag-closed = Closed
desk-registered-of = { $count } of { $places } registered
desk-registered = { $count ->
    [one] 1 registered
   *[other] { $count } registered
}

desk-event-edit = Edit
desk-event-preview = Preview
desk-event-public = See the page
desk-event-publish = Publish
desk-event-parts = What belongs to it
desk-event-cancel-heading = Cancel
desk-event-cancel-text = The page stays and says that the event is cancelled. Those who are registered get a letter.
desk-event-cancel = Cancel the event
desk-lacks-heading = What people will ask for
desk-lacks-lead = None of it is required, but the page is better with it.
desk-lack-lead = There is no opening paragraph
desk-lack-text = There is no text
desk-lack-organiser = It does not say who invites
desk-lack-contact = No contact with an e-mail address: answers to letters reach nobody
desk-lack-venue = The venue is missing
desk-lack-meeting-link = The meeting link is missing
desk-lack-dispatch = It is not decided when the link is sent
desk-lack-programme = The programme is empty
desk-lack-deadline-passed = The last day to register has passed
desk-part-registrations = Registrations
desk-part-programme = Programme
desk-part-link = Meeting link
desk-part-see = See
desk-part-change = Change
desk-programme-empty = No programme yet
desk-programme-count = { $items ->
    [one] 1 item
   *[other] { $items } items
}{ $talks ->
    [0] { "" }
    [one] , 1 group talk
   *[other] , { $talks } group talks
}
desk-link-missing = Missing
desk-link-there = Entered
desk-link-day = Sent { $day } at 08:00
desk-link-no-day = Not sent: no day is chosen
desk-invitation-heading = Address of the registration form
desk-invitation-text = The event is by invitation. Send this address to those who may register. It is not on the page, and whoever has it can register.
desk-invitation-copy = Copy the address
desk-invitation-copied = The address is copied.
desk-happens-heading = What happens when
desk-milestone-published = Published
desk-milestone-opens = Registration opens
desk-milestone-deadline = Last day to register
desk-milestone-change-deadline = Last day to change a registration
desk-milestone-link = The meeting link is sent
desk-milestone-link-missing = The meeting link is to be sent, but is missing so far
desk-milestone-takes = The event
desk-milestone-erased = Registrations are erased
desk-letters-heading = Letters
desk-letters-none = No letters have gone yet.
desk-letters-tally = { $sent } sent, { $waiting } waiting, { $refused } did not arrive, { $unknown } unknown.
desk-letters-troubles = Unknown letters were taken by the next server, which never answered. They may have arrived, and go again only if you say so.
desk-letters-send-again = Send again
desk-letter-refused = Did not arrive
desk-letter-unknown = Unknown
desk-letter-confirmation = Confirmation
desk-letter-link = Personal link
desk-letter-meeting-link = Meeting link
desk-letter-change = Changed time or place
desk-letter-cancellation = Cancellation
desk-letter-withdrawal = Withdrawal
desk-letter-link-missing = Reminder of the meeting link
desk-letter-other = Letter
desk-letter-to-organiser = to the organiser

desk-cancel-heading = Cancel { $title }?
desk-cancel-lead = { $count ->
    [0] The page stays and says that the event is cancelled. Nobody is registered.
    [one] The page stays and says that the event is cancelled. The one who is registered gets a letter at once. This cannot be undone.
   *[other] The page stays and says that the event is cancelled. The { $count } who are registered get a letter at once. This cannot be undone.
}
desk-cancel-confirm = Yes, cancel the event
desk-cancel-keep = No, keep it

desk-done-saved = Saved.
desk-done-published = The event is published. Now everybody can see it.
desk-done-cancelled = The event is cancelled. Those who were registered get a letter.
desk-done-sent-again = The letter goes once more.

desk-refused-over = The event is already over. Change the day, then publish.
desk-refused-not-a-draft = The event is already published.
desk-refused-not-published = Only a published event can be cancelled.
desk-refused-title-missing = Write a title
desk-refused-too-long = Shorten it to { $max } characters at most
desk-refused-too-many = Write { $max } lines at most
desk-refused-day-missing = Write a day, such as 26 May 2027
desk-refused-day-unreadable = Write the day so that it can be read in one way only, such as 26 May 2027
desk-refused-no-such-day = There is no such day in the calendar
desk-refused-weekday = The weekday does not fit: it is { $day }. Correct the weekday or the day.
desk-refused-time-missing = Write a time, such as 16:00
desk-refused-time-unreadable = Write a time, such as 16:00
desk-refused-no-such-time = There is no such time. Write one between 00:00 and 23:59.
desk-refused-time-skipped = Clocks never show { $time } on { $day }: they go forward to summer time. Choose another time.
desk-refused-ends-before-start = The end must be after the start
desk-refused-days-out-of-order = Write the days in order, each of them once
desk-refused-unknown-zone = Choose a time zone from the list
desk-refused-deadline-after = The last day to register cannot be after the last day of the event, { $day }
desk-refused-opens-after = Registration must open no later than the last day to register, { $day }
desk-refused-change-after = The last day to change cannot be after the last day of the event, { $day }
desk-refused-dispatch-missing = Write the day on which the link is sent, or choose a number of days before
desk-refused-dispatch-after = The link must be sent no later than the first day, { $day }
desk-refused-free-with-amount = Remove the price, or the tick for free of charge
desk-refused-number = Write a whole number from { $least } to { $most }
desk-refused-places-below-taken = { $taken ->
    [one] One person is registered already. Write 1 or more.
   *[other] { $taken } people are registered already. Write { $taken } or more.
}
desk-refused-email = Write an e-mail address with an @, such as name@example.org
desk-refused-contact-nameless = Write the contact's name, or empty the row
desk-refused-address = Write a web address that begins with https://
desk-refused-address-missing = Write the address that the link leads to, or empty the row
desk-refused-link-on-site = There is a meeting link, but the event is on site only. Choose Online or On site and online, or remove the link.
desk-refused-conference = Choose an event from the list
desk-refused-conference-itself = An event cannot be the pre-meeting of itself
desk-refused-alt-missing = Say what the picture shows, for those who do not see it
desk-refused-picture-unreadable = The file cannot be read as a picture. Choose one in JPEG, PNG or WebP.
desk-refused-picture-bytes = The picture is too large. Choose one of { $max } MB at most.
desk-refused-picture-pixels = The picture has too many pixels. Choose one of { $max } million at most.
desk-refused-changed-meanwhile = Somebody else saved while you were writing. What you wrote is still here, and is not saved yet.

desk-new-eyebrow = New draft
desk-new-heading = New event
desk-new-lead = A title, a day and hours are enough to save. Nobody sees the event until you publish it.
desk-edit-title = Edit { $title }
desk-edit-lead = Change what you need to and save at the bottom.
desk-form-parts = Parts of the form
desk-form-state-wrong = { $count ->
    [one] 1 to put right
   *[other] { $count } to put right
}
desk-form-compare = Compare with what is saved now. If you save again, what stands here is what counts.
desk-form-compare-link = See what is saved
desk-form-save = Save
desk-form-save-draft = Save the draft
desk-form-save-programme = Save and go to the programme
desk-form-leave = Leave without saving
desk-form-tell = { $count ->
    [one] E-mail the one who is registered if day, time or place changes
   *[other] E-mail the { $count } who are registered if day, time or place changes
}
desk-form-tell-note = The letter says what it was and what it is now. If you change other things, no letter goes.
desk-form-in-english = In English
desk-form-one-a-line = One on each line.

desk-form-what = What
desk-form-what-lead = What people read first.
desk-form-title = Title in Swedish
desk-form-title-en = Title
desk-form-lead = Opening paragraph in Swedish
desk-form-lead-hint = One or two sentences on why to come.
desk-form-lead-en = Opening paragraph
desk-form-text = Text in Swedish
desk-form-text-hint = An empty line begins a new paragraph. ## makes a line a heading, - makes it an item of a list, **like this** is bold.
desk-form-text-en = Text
desk-form-series = Series, in Swedish
desk-form-series-hint = If the event is one of several under the same name.
desk-form-series-en = Series
desk-form-series-about = About the series, in Swedish
desk-form-series-about-en = About the series
desk-form-picture = Picture
desk-form-picture-hint = JPEG, PNG or WebP, { $mib } MB at most. Without a picture the page gets a woven pattern.
desk-form-picture-again = The picture did not come along. Choose it again.
desk-form-picture-alt = What the picture shows, in Swedish
desk-form-picture-alt-hint = For those who do not see the picture. Only needed if there is one.
desk-form-picture-alt-en = What the picture shows
desk-form-picture-remove = Remove the picture

desk-form-when = When
desk-form-when-lead = Write days and times as you are used to. 26/5 and 4 pm are fine.
desk-form-days = Days
desk-form-days-hint = Fill in one row for each day. Empty rows do not count. Save to get more of them.
desk-form-day-number = Day { $number }
desk-form-day = Day
desk-form-day-hint = Such as 26 May 2027
desk-form-from = From
desk-form-from-hint = Such as 16:00
desk-form-to = To
desk-form-to-hint = Such as 18:00
desk-form-zone = Time zone
desk-form-zone-stockholm = Swedish time
desk-form-zone-helsinki = Finnish time
desk-form-zone-london = British time

desk-form-where = Where
desk-form-where-lead = What you do not know yet can be filled in later.
desk-form-mode = How do people meet?
desk-mode-on-site = On site
desk-mode-online = Online
desk-mode-mixed = On site and online
desk-form-venue = Venue
desk-form-street = Street address
desk-form-town = Town
desk-form-platform = Online platform
desk-form-platform-hint = Such as Zoom or Teams

desk-form-registration = Registration
desk-form-registration-lead = Who may register, and when.
desk-form-deadline = Last day to register
desk-form-deadline-hint = That whole day counts. Left empty, it is the day before the event.
desk-form-opens = Registration opens
desk-form-opens-hint = Empty: when you publish.
desk-form-change-deadline = Last day to change
desk-form-change-deadline-hint = Empty: the last day to register.
desk-form-places = Number of places
desk-form-places-hint = Empty: no limit.
desk-form-admission = Who may register?
desk-form-admission-open = Everybody
desk-form-admission-open-note = The form is reached from the page of the event.
desk-form-admission-invited = By invitation
desk-form-admission-invited-note = Everybody sees the page, but the form has an address of its own that you send to those you invite.
desk-form-audience = For whom, in Swedish
desk-form-audience-hint = In your own words, such as: for you who work in a municipality or an association.
desk-form-audience-en = For whom
desk-form-free = Free of charge
desk-form-amount = Price in kronor
desk-form-amount-hint = The ordinary price, in whole kronor.
desk-form-no-show-fee = Fee for staying away, in kronor
desk-form-no-show-fee-hint = For those who register and do not come.
desk-form-themes = Themes, in Swedish
desk-form-themes-en = Themes
desk-form-themes-en-hint = In the same order as in Swedish, one on each line.
desk-form-cost = More about the cost, in Swedish
desk-form-cost-hint = Such as what is included, or a lower price for students.
desk-form-cost-en = Cost
desk-form-retention = Registrations are kept
desk-form-retention-hint = So many days after the last day. Then they are erased. Empty: 90.

desk-form-link = Meeting link
desk-form-link-lead = For online events. The link is secret until it is sent.
desk-form-meeting-link = Link to the meeting
desk-form-meeting-link-hint = Begins with https://. It is never shown on the page. If you change it after it was sent, everybody gets the new one.
desk-form-dispatch = When is the link sent?
desk-form-dispatch-hint = It goes at 08:00 to all who are registered, and at once to those who register later.
desk-form-dispatch-days = A number of days before the first day
desk-form-dispatch-on = On a certain day
desk-form-dispatch-none = No link is sent
desk-form-dispatch-days-number = Days before
desk-form-dispatch-on-day = Day

desk-form-people = Who
desk-form-people-lead = Those who invite, lead and answer questions.
desk-form-organisers = Organisers
desk-form-co-organisers = In collaboration with
desk-form-moderators = Moderators
desk-form-moderators-hint = One on each line: name, title, organisation. If several share the role: Eva Ek and Bo Alm, title, organisation.
desk-form-contacts = Contacts
desk-form-contacts-hint = The first one with an e-mail address gets the answers to letters.
desk-form-contact-number = Contact { $number }
desk-form-contact-name = Name
desk-form-contact-role = Role
desk-form-contact-phone = Phone
desk-form-contact-email = E-mail
desk-form-project = Project, in Swedish
desk-form-project-en = Project
desk-form-co-funders = Co-funders

desk-form-related = More
desk-form-related-lead = Links, and what belongs with the event.
desk-form-links = Links
desk-form-link-number = Link { $number }
desk-form-link-label = Words of the link
desk-form-link-href = Address
desk-form-conference = Pre-meeting of
desk-form-conference-none = None
desk-form-conference-hint = If this is a pre-meeting of another event. The two pages then link to each other.
