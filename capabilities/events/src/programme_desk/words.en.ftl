programme_desk-you-are-here = You are here
programme_desk-desk = Organise
programme_desk-programme = Programme
programme_desk-heading = Programme of { $event }
programme_desk-lead = This is how the programme looks. Add its items in the order they come.
programme_desk-lead-published = This is how the programme looks. The event is published, so everyone sees your changes straight away.
programme_desk-empty = The programme is still empty
programme_desk-empty-text = Begin with what happens first, such as somebody saying welcome. You can fill in times later.
programme_desk-questions = Questions for the tables:
programme_desk-edit = Edit
programme_desk-up = Move up
programme_desk-down = Move down
programme_desk-remove = Remove
programme_desk-add = Add an item
programme_desk-save = Save
programme_desk-leave = Cancel
programme_desk-finished = Done with the programme? Back to the event

programme_desk-done-added = The item has been added. You can add the next one here.
programme_desk-done-changed = The item has been saved.
programme_desk-done-moved = The item has been moved.
programme_desk-done-removed = The item has been removed.

programme_desk-starts = Starts
programme_desk-starts-hint = For example 16:00
programme_desk-ends = Ends
programme_desk-ends-hint = For example 16:15
programme_desk-day = Day
programme_desk-kind = Kind
programme_desk-kind-arrival = Arrival
programme_desk-kind-welcome = Welcome
programme_desk-kind-talk = Talk
programme_desk-kind-group-talks = Group talks
programme_desk-kind-break = Break
programme_desk-kind-meal = Meal
programme_desk-kind-summary = Summary
programme_desk-kind-other = Other
programme_desk-title-sv = Title in Swedish
programme_desk-text-sv = Text in Swedish
programme_desk-appearances = Who takes part
programme_desk-appearances-hint = One line for each role: Name, title, organisation. When several share a role: Name and Name, title, organisation.
programme_desk-questions-sv = Questions for the tables, in Swedish
programme_desk-questions-hint = One question on each line.
programme_desk-english = In English
programme_desk-title-en = Title in English
programme_desk-text-en = Text in English
programme_desk-questions-en = Questions in English
programme_desk-questions-en-hint = One question on each line, in the same order as in Swedish. Write – where one is missing.

programme_desk-talks = Group talks
programme_desk-talks-lead = Fill these in if people divide into groups. Empty rows are not saved.
programme_desk-talk = Group talk { $nth }
programme_desk-talk-number = Number
programme_desk-talk-places = Places
programme_desk-talk-facilitators = Facilitators
programme_desk-talk-remove = Remove this group talk
programme_desk-talk-places-taken = { $taken } of { $places } places are taken
programme_desk-choosing = How do people choose?
programme_desk-choosing-none = They do not choose
programme_desk-choosing-none-note = The groups stand in the programme, but nobody chooses when they register.
programme_desk-choosing-wishes = They wish, in order
programme_desk-choosing-wishes-note = A first, second and third wish. No place is taken; you divide people into groups later.
programme_desk-choosing-first-come = First come, first served
programme_desk-choosing-first-come-note = Whoever chooses gets the place, as long as there are places.
programme_desk-chosen-wishes = People wish, in order.
programme_desk-chosen-first-come = People choose; first come, first served.

programme_desk-outside-hours = The time is outside the event’s hours, { $hours }
programme_desk-outside-day = The event no longer takes place on { $day }

programme_desk-removal-heading = Remove { $title }?
programme_desk-removal-lead = { $talks ->
    [0] Its texts, people and questions go with it. This cannot be undone.
    [one] Its group talk goes with it. This cannot be undone.
   *[other] Its { $talks } group talks go with it. This cannot be undone.
}
programme_desk-removal-chosen = { $count ->
    [one] Somebody who has registered chose or wished for a talk here, so the item cannot be removed.
   *[other] People who have registered made { $count } choices or wishes here, so the item cannot be removed.
}
programme_desk-removal-confirm = Remove the item
programme_desk-removal-keep = Keep the item

programme_desk-refused-title-missing = Write a title
programme_desk-refused-too-long = Shorten the text to { $max } characters at most
programme_desk-refused-too-many-lines = Write { $max } lines at most
programme_desk-refused-time-unreadable = Write the time like 16:00
programme_desk-refused-time-skipped = There is no such time: the clocks go forward to summer time then. Write another time
programme_desk-refused-start-missing = Write when the item starts as well
programme_desk-refused-ends-before-start = Write an end that is later than the start
programme_desk-refused-day-outside = Choose one of the event’s days
programme_desk-refused-talks-needed = Fill in at least one group talk, or choose that people do not choose
programme_desk-refused-wishes-elsewhere = People already wish in “{ $title }”. One item of an event can ask for wishes. Choose something else here, or change that one first
programme_desk-refused-chosen-already = Somebody has already chosen or wished here, so the way to choose cannot be changed
programme_desk-refused-talk-title-missing = Write a title for group talk { $row }
programme_desk-refused-number-unreadable = Write a number between 1 and 999 for group talk { $row }
programme_desk-refused-number-twice = Two group talks have number { $number }. Give one of them another number
programme_desk-refused-places-unreadable = Write the places of group talk { $row } in figures, at least 1, or leave it empty
programme_desk-refused-places-taken = { $taken } have chosen it already. Write at least { $taken } places
programme_desk-refused-talk-chosen = { $count ->
    [one] One person has chosen or wished for this talk, so it cannot be removed
   *[other] { $count } people have chosen or wished for this talk, so it cannot be removed
}
programme_desk-refused-too-many-talks = An item can have { $max } group talks at most
programme_desk-refused-too-many-items = A programme can have { $max } items at most. Remove one first
