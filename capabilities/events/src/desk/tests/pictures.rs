//! Pictures: read with limits, turned upright, scaled, and nothing left of the file they came in.

use crate::desk::rules::picture::re_encode;
use crate::desk::types::PictureProblem;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageEncoder, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use std::io::Cursor;

const BYTES_MAX: usize = 8 * 1024 * 1024;

pub fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(vec![]);
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn red(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_pixel(width, height, Rgb([200, 30, 30])).into()
}

#[test]
fn every_format_becomes_a_jpeg_of_the_same_picture() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let jpeg = re_encode(&file(&red(40, 30), format), BYTES_MAX).unwrap();
        assert_eq!((jpeg.width, jpeg.height), (40, 30));
        let read = image::load_from_memory_with_format(&jpeg.bytes, ImageFormat::Jpeg).unwrap();
        let Rgb([r, g, b]) = *read.to_rgb8().get_pixel(20, 15);
        assert!(r > 180 && g < 60 && b < 60, "{format:?}: {r} {g} {b}");
    }
}

#[test]
fn a_wide_picture_is_scaled_and_a_small_one_is_left() {
    let wide = re_encode(&file(&red(3200, 800), ImageFormat::Png), BYTES_MAX).unwrap();
    assert_eq!((wide.width, wide.height), (1600, 400));
    let tall = re_encode(&file(&red(100, 4800), ImageFormat::Png), BYTES_MAX).unwrap();
    assert_eq!((tall.width, tall.height), (50, 2400));
}

#[test]
fn what_shines_through_becomes_white() {
    let clear = RgbaImage::from_pixel(8, 8, Rgba([0, 0, 0, 0])).into();
    let jpeg = re_encode(&file(&clear, ImageFormat::Png), BYTES_MAX).unwrap();
    let read = image::load_from_memory(&jpeg.bytes).unwrap().to_rgb8();
    assert!(read.get_pixel(4, 4).0.iter().all(|it| *it > 250));
}

/// EXIF with nothing but an orientation: "the right side of the picture is up".
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    exif
}

#[test]
fn a_picture_that_lies_is_turned_and_its_exif_is_gone() {
    let mut file = vec![];
    let mut encoder = JpegEncoder::new(&mut file);
    encoder.set_exif_metadata(exif(6)).unwrap();
    encoder.encode_image(&red(60, 20)).unwrap();
    assert!(file.windows(4).any(|it| it == b"Exif"));
    let jpeg = re_encode(&file, BYTES_MAX).unwrap();
    assert_eq!((jpeg.width, jpeg.height), (20, 60));
    assert!(!jpeg.bytes.windows(4).any(|it| it == b"Exif"));
}

#[test]
fn what_is_no_picture_is_refused() {
    for bytes in
        [&b""[..], b"GIF89a", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\xff\xd8\xff"]
    {
        assert_eq!(re_encode(bytes, BYTES_MAX), Err(PictureProblem::Unreadable));
    }
    let mut half = file(&red(400, 300), ImageFormat::Png);
    half.truncate(half.len() / 2);
    assert_eq!(re_encode(&half, BYTES_MAX), Err(PictureProblem::Unreadable));
}

#[test]
fn a_file_of_too_many_bytes_is_refused() {
    let file = file(&red(40, 30), ImageFormat::Png);
    assert_eq!(re_encode(&file, file.len() - 1), Err(PictureProblem::TooManyBytes(0)));
    assert!(re_encode(&file, file.len()).is_ok());
}

/// A few hundred bytes that promise a picture of a hundred million pixels.
#[test]
fn a_small_file_that_promises_too_much_is_refused_before_it_is_read() {
    let small = file(&red(1, 1), ImageFormat::Png);
    for side in [10_000_u32, 60_000] {
        let mut bomb = small.clone();
        bomb[16..20].copy_from_slice(&side.to_be_bytes());
        bomb[20..24].copy_from_slice(&side.to_be_bytes());
        let sum = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(re_encode(&bomb, BYTES_MAX), Err(PictureProblem::TooManyPixels(40)), "{side}");
    }
}

/// The checksum of a part of a PNG file.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 }
        })
    })
}
