event-place-online = Online
event-place-online-via = Online via { $platform }
event-place-mixed = { $place }, and online
event-place-mixed-via = { $place }, and online via { $platform }
event-place-later = The venue will be announced later
