drafting-you-are-here = You are here
drafting-organise = Organise
drafting-untitled = Text without a title
drafting-nothing = Nothing
drafting-yes = Yes
drafting-line = line { $number }
drafting-page-number = Page { $number }

drafting-new = New from a text or a file
drafting-new-lead = Is there already a page, an invitation or a newsletter? Paste the text or choose the file, and we read out days, place, programme and names. You look through all of it before anything becomes an event.
drafting-text = Text
drafting-text-hint = Paste the whole text, from the title to whom to ask.
drafting-file = Or choose a file
drafting-file-hint = A web page, a mail, Word, PDF with text, a calendar file or plain text. At most { $mib } MB. You can also drop the file here.
drafting-new-kept = We keep the text for 14 days, so that you have time to look through it. Only you and administrators see it. The file is not kept.
drafting-new-send = Read the text
drafting-leave = Cancel
drafting-text-missing = Paste a text, or choose a file
drafting-text-too-long = Shorten the text to { $max } characters at most
drafting-refused-file-empty = The file is empty. Choose another, or paste the text
drafting-refused-file-large = The file is too large. Paste the text instead
drafting-refused-file-locked = The file is locked with a password. Unlock it, or paste the text
drafting-refused-file-no-text = The file has pictures of text and no text. Type it out, or choose another file
drafting-refused-file-expands = The file becomes far too large when it is unpacked. Paste the text instead
drafting-refused-file-tangled = The file cannot be made out. Paste the text instead
drafting-refused-file-damaged = The file is damaged. Save it once more, or paste the text
drafting-refused-file-old = The file is of an older kind. Save it as docx or PDF, and choose it again
drafting-refused-file-kind = The file is of a kind that we cannot read. Paste the text instead
drafting-waiting = Texts that wait for you
drafting-waiting-about = { $made ->
    [0] Read on { $day }, kept until { $until }
    [one] Read on { $day }, kept until { $until }, one draft made
   *[other] Read on { $day }, kept until { $until }, { $made } drafts made
}

drafting-source = The text
drafting-source-hint = The lines are numbered. Each field says which line it was read from.

drafting-review-eyebrow = Look through the draft
drafting-review-title = Look through: { $title }
drafting-review-lead = This is what we read out of the text. Change what you like. Nobody else sees any of it until you publish.
drafting-made = This text has already become a draft:
drafting-like = This looks like an event that you already have: { $title }, { $day }.
drafting-like-moved = You already have an event of that name: { $title }, { $day }. Has it changed its day?
drafting-like-act = See what has changed
drafting-first = Look at this first
drafting-first-lead = Here is what is doubtful, what the text says in two ways, and what we only propose.
drafting-first-nothing = Nothing in the text is doubtful or speaks against itself.
drafting-item-doubtful = Something in the programme needs a decision:
drafting-has-pre-meeting = The text speaks of a pre-meeting. Make it an event of its own, and it can point here.
drafting-pre-meeting-of-unknown = The text says that this is a pre-meeting, but we do not find the conference. Choose it under More once it is here.
drafting-pre-meeting-of-proposed = The text says that this is a pre-meeting. We propose a conference. Is it the right one?
drafting-pre-meeting-of-field = the conference
drafting-read-from = Read from
drafting-read-doubtfully = Doubtful, read from
drafting-proposed = The text says nothing about this. It is a proposal
drafting-proposed-from = The text does not say so outright. It is a proposal, from
drafting-is-it-right = Is it right?
drafting-which = { $field }: which is it?
drafting-other = Something else
drafting-other-field = { $field }, if it is something else
drafting-known = Names that are here already
drafting-known-hint = Tick those that you want to write as they were written before.
drafting-known-instead = Write “{ $instead }” in place of “{ $line }”
drafting-known-where = { $name } is already in { $event }.
drafting-programme = The programme
drafting-programme-lead = Open an item to see and change it.
drafting-item = { $number }. { $item }
drafting-item-problem = Item { $number }: { $text }
drafting-item-leave-out = Leave this item out
drafting-talks = Group talks or tracks
drafting-talk = Number { $number } in order
drafting-save = Save the draft
drafting-certain = Accept all that is certain
drafting-certain-note = Accepting all that is certain saves the draft with what is certain. What is doubtful is left empty, but for title, day and hours.
drafting-forget = Throw the text away

drafting-doubt-weekday = The weekday and the date do not go together.
drafting-doubt-issue = The number is written in two ways: { $first } and { $second }.
drafting-doubt-time = The text gives two different times.
drafting-doubt-deadline = The text gives two different last days.
drafting-doubt-deadline-after = The last day to register is after the event.
drafting-doubt-backwards = It ends before it begins.
drafting-doubt-outside = An item is outside the hours of its day.
drafting-doubt-year = The text says no year. We propose the next time that the day comes.
drafting-doubt-empty = A heading has nothing after it:
drafting-doubt-cancelled = The text says that it is cancelled.
drafting-doubt-moved = The text says that it was moved.
drafting-doubt-day-missing = The text says no day.
drafting-doubt-hours-missing = The text does not say all hours.

drafting-list-letter = From a letter
drafting-list-page = From a text
drafting-list-lead = { $count ->
    [0] We found no days in the text.
    [one] We found one thing with a date. It can become a draft.
   *[other] We found { $count } things with a date. Each of them can become a draft.
}
drafting-list-empty = Nothing in the text has a date that we can read.
drafting-list-act = Make a draft
drafting-events-found = Events in the text
drafting-conflicts = This does not fit together
drafting-conflicts-lead = The text says the same thing in two ways. Choose the one that is right.
drafting-no-day = No day
drafting-tag-made = Has become a draft
drafting-tag-conflict = Said in two ways

drafting-update-eyebrow = Update from the text
drafting-update-title = Update: { $title }
drafting-update-lead = Here is what the new text says differently. Tick what you want to take.
drafting-update-nothing = Nothing has changed. The new text says the same as the last one.
drafting-update-legend = { $count ->
    [one] One change
   *[other] { $count } changes
}
drafting-update-tell = { $count ->
    [one] Mail the one who is registered if day, time or place changes
   *[other] Mail the { $count } who are registered if day, time or place changes
}
drafting-update-send = Take what is ticked
drafting-update-leave = To the event
drafting-change-item = { $item }: { $field }
drafting-change-new = New item: { $item }
drafting-change-gone = The item is no longer in the text, remove it: { $item }
drafting-change-before = The last text
drafting-change-now = Here now
drafting-change-after = The new text
drafting-change-disputed = You have changed this yourselves since the last text.
drafting-refused-item-chosen = { $count ->
    [one] The item cannot be removed, since one person has chosen it. Take the tick away
   *[other] The item cannot be removed, since { $count } people have chosen it. Take the tick away
}
drafting-mode-on-site = On site
drafting-mode-online = Online
drafting-mode-mixed = On site and online
drafting-admission-open = Open to everybody
drafting-admission-invited = By invitation
drafting-dispatch-on = On a certain day
drafting-dispatch-days = Some days before

drafting-removal-heading = Throw { $name } away?
drafting-removal-text = The text and what we read out of it are erased now, instead of on { $day }. Drafts that you have made already stay.
drafting-removal-send = Yes, throw the text away
drafting-removal-leave = Keep it
