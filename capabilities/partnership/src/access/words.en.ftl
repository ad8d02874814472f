access-email = E-mail
access-email-hint = We send the link that signs in to this address.
access-name = Name
access-role = Role
access-role-organiser = Organiser
access-role-organiser-note = Creates and runs events, and sees who has registered.
access-role-administrator = Administrator
access-role-administrator-note = Does all that an organiser does, and decides who has access.
access-language = Language of letters
access-language-sv = Svenska
access-language-en = English
access-you-are-here = You are here

access-refused-name-missing = Enter a name
access-refused-name-too-long = Enter a name of at most { $max } characters
access-refused-email-missing = Enter an e-mail address
access-refused-email-implausible = Enter an e-mail address with an @, such as name@example.org
access-refused-email-taken = The address already belongs to somebody on the list
access-refused-role-missing = Choose a role
access-refused-last-administrator = There must always be an administrator. Give somebody else that role first.
access-refused-unknown-person = Nobody with that address has access here

access-sign-in-heading = Sign in
access-sign-in-lead = Enter your e-mail address and we will send you a link that signs you in. You need no password.
access-sign-in-send = Send the link
access-sign-in-for-whom = Signing in is for those who organise events. You do not need to sign in to register or to change your registration.

access-sent-heading = Check your e-mail
access-sent-lead = If { $email } belongs to somebody who works here, a link is on its way. It is valid for { $minutes } minutes and can be used once.
access-sent-waiting = Not there within a few minutes? Look in your spam folder and check that the address is right. We send at most { $max } letters an hour to one address.
access-sent-again = Enter another address

access-confirm-heading = Welcome back
access-confirm-lead = You are signing in as { $name }, { $email }.
access-confirm-button = Sign in
access-confirm-shared-computer = Is this a computer that others use too? Sign out when you are done.

access-link-forged = The link cannot be read
access-link-forged-lead = Perhaps part of the address was left out. Open the link straight from the letter, or ask for a new one.
access-link-old = The link is no longer valid
access-link-old-lead = A link is valid for { $minutes } minutes. Ask for a new one and it will come in a letter.
access-link-used = The link has already been used
access-link-used-lead = A link can be used once. If it was you who just used it, you are signed in. If not, ask for a new one.
access-link-again = Ask for a new link
access-link-onward = Go on

access-people-heading = People
access-people-lead = Those who can sign in and work here.
access-people-caption = { $count ->
    [one] 1 person has access
   *[other] { $count } people have access
}
access-people-signed-in = Last signed in
access-people-never = Has not signed in yet
access-people-you = (you)
access-people-add = Add a person
access-people-send = Add
access-people-send-note = They get a letter that says you have given them access and how to sign in.
access-people-ended = Ended
access-people-ended-lead = They can no longer sign in. To give somebody access again, add them with the same e-mail address.
access-people-ended-on = Ended
access-done-added = The person has access, and a letter is on its way.
access-done-changed = The details have been changed.
access-done-role = The role has been changed. The person signs in again.
access-done-ended = The access has ended. The person is signed out everywhere.

access-person-change-heading = Details
access-person-change = Save the details
access-person-role-heading = What the person may do
access-person-role-note = When the role changes, the person is signed out and signs in again.
access-person-role = Change the role
access-person-end-heading = End the access
access-person-end-text = The person is signed out everywhere and cannot sign in again. What they have done stays.
access-person-end = End the access

access-ending-heading = Should { $name } no longer have access?
access-ending-lead = The person is signed out everywhere at once and cannot sign in again. You can add them again later.
access-ending-confirm = Yes, end the access
access-ending-keep = No, go back

access-letter-greeting = Hello { $name },
access-letter-sign-in-subject = Your link to sign in
access-letter-sign-in-why = You asked for a link to sign in to Samverk.
access-letter-sign-in-link = Sign in
access-letter-sign-in-until = The link is valid until { $until } and can be used once.
access-letter-sign-in-other = Was it not you? Then you need not do anything: nobody gets in without the link.
access-letter-welcome-subject = You have been given access to Samverk
access-letter-welcome-why = { $inviter } has given you access to Samverk.
access-letter-welcome-organiser = You can create and run events and see who has registered.
access-letter-welcome-administrator = You can create and run events, see who has registered and decide who has access.
access-letter-welcome-link = Ask for a link to sign in
access-letter-welcome-how = Enter your e-mail address, { $email }, and you will get a letter with a link. You need no password.
