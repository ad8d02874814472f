web-site-name = Samverk
web-skip-link = Skip to the content
web-nav-label = Main menu
web-nav-start = Start
web-nav-events = Events
web-nav-organise = Organise
web-nav-people = People
web-sign-out = Sign out
web-footer-about = Samverk is a meeting place where municipalities, associations, employers and universities solve things together.
web-footer-accessibility = Accessibility
web-footer-privacy = Personal data
web-footer-sign-in = For organisers
web-optional = (optional)
web-error-title-prefix = Error: { "" }
web-error-summary = { $count ->
    [one] One thing needs to be put right
   *[other] { $count } things need to be put right
}
web-fault-not-found = There is no such page
web-fault-not-found-text = The address may be misspelt, or the page has been removed. Check the address or start again from the start page.
web-fault-forbidden = You may not do this
web-fault-forbidden-text = The page is for others, or the form was sent from another website. Go to the start page and try from there.
web-fault-unreadable = We could not understand what was sent
web-fault-unreadable-text = Something in the form could not be read. Go back, check what you wrote and send it again.
web-fault-too-large = What was sent is too large
web-fault-too-large-text = Go back, shorten the text or choose a smaller picture, and send it again.
web-fault-too-many = There were too many attempts
web-fault-too-many-text = Wait { $seconds } seconds and try again. What you wrote is still there if you go back.
web-fault-busy = We are busy just now
web-fault-busy-text = Nothing was saved. Wait a few seconds, go back and send it again.
web-fault-broken = Something went wrong on our side
web-fault-broken-text = We have made a note of it. Try again in a while.
web-fault-reference = If you contact us, mention the number { $reference }.
web-fault-onward = To the start page
