event-place-online = Digitalt
event-place-online-via = Digitalt via { $platform }
event-place-mixed = { $place }, och digitalt
event-place-mixed-via = { $place }, och digitalt via { $platform }
event-place-later = Platsen meddelas senare
