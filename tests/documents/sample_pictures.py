"""Pictures of the sample conference, drawn."""

import io

from PIL import Image, ImageDraw

from desktop.domain.localized import Localized
from desktop.domain.organisation import Picture

NAVY, OCHRE, WHITE = (23, 54, 93), (168, 119, 42), (255, 255, 255)


def text(es: str = "", kk: str = "", ru: str = "", en: str = "", ar: str = "") -> Localized:
    return Localized.of(es=es, kk=kk, ru=ru, en=en, ar=ar)


def png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


def seal() -> Image.Image:
    image = Image.new("RGBA", (480, 480), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.ellipse((6, 6, 474, 474), outline=NAVY, width=11)
    draw.ellipse((42, 42, 438, 438), fill=NAVY)
    draw.polygon(((240, 120), (120, 180), (360, 180)), fill=WHITE)
    for left in (142, 198, 254, 310):
        draw.rectangle((left, 194, left + 28, 292), fill=WHITE)
    draw.rectangle((120, 310, 360, 334), fill=OCHRE)
    return image


def wordmark() -> Image.Image:
    """A wide logo, as many have."""
    image = Image.new("RGBA", (1200, 300), (255, 255, 255, 0))
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 40, 220, 260), fill=NAVY)
    draw.polygon(((110, 80), (30, 220), (190, 220)), fill=OCHRE)
    for row, width in enumerate((860, 640)):
        draw.rectangle((280, 80 + row * 90, 280 + width, 130 + row * 90), fill=NAVY)
    return image


def portrait(ground: tuple[int, int, int], bust: tuple[int, int, int]) -> Image.Image:
    image = Image.new("RGB", (370, 460), ground)
    draw = ImageDraw.Draw(image)
    draw.ellipse((35, 300, 335, 640), fill=bust)
    draw.rounded_rectangle((152, 230, 218, 340), 20, fill=bust)
    draw.ellipse((115, 95, 255, 275), fill=bust)
    return image


def hall() -> Image.Image:
    image = Image.new("RGB", (1020, 675), (217, 224, 232))
    draw = ImageDraw.Draw(image)
    draw.rectangle((290, 80, 730, 330), fill=(246, 248, 250))
    draw.rectangle((100, 380, 920, 430), fill=(180, 193, 208))
    for row in range(3):
        for seat in range(12 - row):
            left = 20 + (seat + 0.5 * (row % 2)) * 90
            draw.ellipse((left, 480 + row * 65, left + 74, 554 + row * 65), fill=(70, 98, 127))
    return image


def picture(number: int, image: Image.Image, alt: Localized, credit: Localized) -> Picture:
    width, height = image.size
    return Picture(number, png(image), "image/png", width, height, alt, credit)


PHOTO_TONES = (
    ((221, 227, 234), (159, 176, 196)),
    ((235, 227, 211), (198, 174, 131)),
    ((214, 222, 231), (140, 160, 184)),
)


def pictures() -> dict[int, Picture]:
    found = [
        picture(1, seal(), text(es="Sello de la Embajada", en="Seal of the Embassy"), text()),
        picture(2, wordmark(), text(es="Logotipo de la Universidad"), text()),
        picture(
            3,
            hall(),
            text(es="El público en el Aula Magna", ru="Публика в актовом зале"),
            text(es="Aigerim Nurlankyzy Sultanbekova / Agencia Estepa"),
        ),
    ]
    for number in range(6):
        ground, bust = PHOTO_TONES[number % 3]
        found.append(picture(11 + number, portrait(ground, bust), text(en="Portrait"), text()))
    return {one.id: one for one in found}
