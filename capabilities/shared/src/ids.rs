//! Ids carry the kind of thing they name.

use platform::id_type;

id_type! {
    /// An event.
    EventId
}
id_type! {
    /// One item of an event's programme.
    ProgrammeItemId
}
id_type! {
    /// A group talk, or another thing inside an item that one may choose.
    GroupTalkId
}
id_type! {
    /// A limit of places: of an event, or of one choice.
    PlaceLimitId
}
id_type! {
    /// Somebody's registration to one event.
    RegistrationId
}
id_type! {
    /// Somebody who works with this instance.
    PersonId
}
id_type! {
    /// A picture that was uploaded.
    PictureId
}
