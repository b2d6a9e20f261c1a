using DealBot.Imaging.Images;
using DealBot.Imaging.Tests.Rasterizing;

namespace DealBot.Imaging.Tests.Images;

public class DataUriTests
{
    [Test]
    public void Encodes_in_base_64_under_the_media_type() => Assert.That(DataUri.Encode("hi"u8, "text/plain"), Is.EqualTo("data:text/plain;base64,aGk="));

    [Test]
    public void Image_gets_the_type_of_its_content()
    {
        Assert.That(DataUri.ForImage(Svg.RedPng()), Does.StartWith("data:image/png;base64,iVBOR"));
        Assert.That(DataUri.ForImage(Svg.RedJpeg()), Does.StartWith("data:image/jpeg;base64,/9j/"));
    }

    [Test]
    public void Image_of_too_many_pixels_has_no_uri()
    {
        Assert.That(DataUri.ForImage(Svg.RedPng(), maxPixels: 64), Is.Not.Null);
        Assert.That(DataUri.ForImage(Svg.RedPng(), maxPixels: 63), Is.Null);
    }

    [Test]
    public void What_is_no_image_has_no_uri() => Assert.That(DataUri.ForImage("<html>"u8), Is.Null);
}
