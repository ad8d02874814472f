//! A picture as it is kept: read with limits, turned upright, scaled, and written anew as JPEG, so
//! that nothing that stood in the file but the picture is left.

use crate::desk::types::{Jpeg, PictureProblem};
use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits, RgbImage, imageops};
use std::io::Cursor;

/// As wide as a page shows it on a fine screen, and no taller than half as much again.
const WIDTH_MAX: u32 = 1600;
const HEIGHT_MAX: u32 = 2400;
/// The largest picture that is read, in million pixels, and in pixels along one side.
const MEGAPIXELS_MAX: u32 = 40;
const SIDE_MAX: u32 = 16_000;
/// What reading may use at the most: 40 million pixels of four bytes, and what the reader needs.
const READING_BYTES_MAX: u64 = 192 * 1024 * 1024;
const QUALITY: u8 = 82;

pub fn re_encode(bytes: &[u8], bytes_max: usize) -> Result<Jpeg, PictureProblem> {
    if bytes.len() > bytes_max {
        return Err(PictureProblem::TooManyBytes(bytes_max / (1024 * 1024)));
    }
    let (upright, orientation) = read(bytes)?;
    let scaled = scale(upright, orientation);
    let picture = flatten(scaled);
    let mut jpeg = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&picture)
        .map_err(|_| PictureProblem::Unreadable)?;
    Ok(Jpeg { bytes: jpeg.into_inner(), width: picture.width(), height: picture.height() })
}

fn read(bytes: &[u8]) -> Result<(DynamicImage, Orientation), PictureProblem> {
    let unreadable = |_| PictureProblem::Unreadable;
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|_| PictureProblem::Unreadable)?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(READING_BYTES_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| match error {
        image::ImageError::Limits(_) => PictureProblem::TooManyPixels(MEGAPIXELS_MAX),
        _ => PictureProblem::Unreadable,
    })?;
    // Asked before anything is read: a small file may promise a picture that fills the memory.
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > u64::from(MEGAPIXELS_MAX) * 1_000_000
        || decoder.total_bytes() > READING_BYTES_MAX
    {
        return Err(PictureProblem::TooManyPixels(MEGAPIXELS_MAX));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(unreadable)?, orientation))
}

fn scale(picture: DynamicImage, orientation: Orientation) -> DynamicImage {
    let lies = matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    // Scaled first: turning a small picture is cheap.
    let (width, height) = if lies { (HEIGHT_MAX, WIDTH_MAX) } else { (WIDTH_MAX, HEIGHT_MAX) };
    let mut scaled = if picture.width() > width || picture.height() > height {
        picture.resize(width, height, imageops::FilterType::CatmullRom)
    } else {
        picture
    };
    scaled.apply_orientation(orientation);
    scaled
}

/// JPEG has no transparency: what shines through becomes white, as on paper.
fn flatten(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let layers = picture.into_rgba8();
    RgbImage::from_fn(layers.width(), layers.height(), |x, y| {
        let [red, green, blue, alpha] = layers.get_pixel(x, y).0;
        let over = |colour: u8| {
            let mixed = u32::from(colour) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            u8::try_from(mixed / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([over(red), over(green), over(blue)])
    })
}
