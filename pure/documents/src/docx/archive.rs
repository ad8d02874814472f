//! The container of an Office file: a zip archive, opened part by part and never beyond bounds.

use crate::bounds;
use crate::model::Unreadable;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};
use std::cell::Cell;
use std::collections::HashMap;
use std::io::Read;

pub(crate) struct Archive<'a> {
    zip: ZipSliceArchive<&'a [u8]>,
    parts: HashMap<String, Part>,
    /// Bytes that may still be unpacked.
    left: Cell<usize>,
}

struct Part {
    wayfinder: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        let zip = ZipArchive::from_slice(bytes).map_err(|_| Unreadable::Damaged)?;
        let mut parts = HashMap::new();
        let mut entries = zip.entries();
        let mut declared = 0u64;
        while let Some(entry) = entries.next_entry().map_err(|_| Unreadable::Damaged)? {
            if entry.flags().is_encrypted() {
                return Err(Unreadable::Encrypted);
            }
            // What an archive says of its own sizes may be a lie, but none boasts in vain.
            declared = declared.saturating_add(entry.uncompressed_size_hint());
            if parts.len() >= bounds::MOST_PARTS || declared > bounds::MOST_DECLARED {
                return Err(Unreadable::Expands);
            }
            let name = String::from_utf8_lossy(entry.file_path().as_bytes()).into_owned();
            // The first of two parts with one name counts, as for Word.
            parts.entry(name).or_insert(Part {
                wayfinder: entry.wayfinder(),
                method: entry.compression_method(),
            });
        }
        Ok(Self { zip, parts, left: Cell::new(bounds::MOST_UNPACKED) })
    }

    /// The text of a part; `None` where there is no such part.
    pub fn text(&self, name: &str) -> Result<Option<String>, Unreadable> {
        let Some(part) = self.parts.get(name) else { return Ok(None) };
        let entry = self.zip.get_entry(part.wayfinder).map_err(|_| Unreadable::Damaged)?;
        let mut unpacked = Vec::new();
        // One byte more than is left shows that there is more.
        let most = self.left.get() as u64 + 1;
        let read = match part.method {
            CompressionMethod::STORE => entry.data().take(most).read_to_end(&mut unpacked),
            CompressionMethod::DEFLATE => flate2::bufread::DeflateDecoder::new(entry.data())
                .take(most)
                .read_to_end(&mut unpacked),
            _ => return Err(Unreadable::Damaged),
        };
        if unpacked.len() > self.left.get() {
            return Err(Unreadable::Expands);
        }
        read.map_err(|_| Unreadable::Damaged)?;
        self.left.set(self.left.get() - unpacked.len());
        Ok(Some(crate::text::decode(&unpacked)))
    }
}
