using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Tests.Rasterizing;

public class NativeLibrariesTests
{
    [Test]
    public void Missing_librsvg_names_its_package_and_the_fonts_in_both_languages()
    {
        var exception = NativeLibraries.Lacking(new PoorerLoader { Hidden = ["librsvg-2.so.2"] })!;

        const string Command = "apt-get install -y librsvg2-2 fonts-noto-cjk fonts-noto-color-emoji";
        Assert.That(exception.Message, Does.Contain(Command));
        Assert.That(exception.PhraseZh, Does.StartWith("本机缺少").And.Contains(Command));
    }

    [Test]
    public void Missing_turbojpeg_names_its_package_alone_on_every_family_of_systems()
    {
        var exception = NativeLibraries.Lacking(new PoorerLoader { Hidden = ["libturbojpeg.so.0"] })!;

        Assert.That(exception.Message, Does.EndWith("apt-get install -y libturbojpeg0 (Fedora: dnf install -y turbojpeg; Alpine: apk add libturbojpeg)"));
    }

    [TestCase("rsvg_handle_render_document", "librsvg 2.46")]
    [TestCase("tjGetErrorStr2", "TurboJPEG 2.0")]
    public void Library_that_lacks_a_function_is_called_too_old_with_the_version_needed(string function, string version)
    {
        var exception = NativeLibraries.Lacking(new PoorerLoader { Hidden = [function] })!;

        Assert.That(exception.Message, Does.Contain($"{version} or newer is needed").And.Contains(function));
        Assert.That(exception.PhraseZh, Does.Contain("版本过旧").And.Contains(version));
    }

    [Test]
    public void This_machine_lacks_nothing() => Assert.That(NativeLibraries.Lacking(new SystemLoader()), Is.Null);

    [Test]
    public void Rasterizer_says_what_is_missing_instead_of_drawing()
    {
        var rasterizer = new LibrsvgRasterizer(RasterizerLimits.Default, new PoorerLoader { Hidden = ["librsvg-2.so.2"] });

        Assert.That(() => rasterizer.ToJpeg(Svg.Document(""), JpegOptions.Default), Throws.TypeOf<ImagingUnavailableException>().With.Message.Contains("librsvg2-2"));
    }

    [Test]
    public void Rasterizer_draws_no_boxes_where_there_is_no_Chinese_font()
    {
        var rasterizer = new LibrsvgRasterizer(RasterizerLimits.Default, new PoorerLoader { Hidden = ["libfontconfig.so.1"] });

        var exception = Assert.Throws<ImagingUnavailableException>(() => rasterizer.ToJpeg(Svg.Document(""), JpegOptions.Default))!;

        Assert.That(exception.Message, Does.Contain("fonts-noto-cjk").And.Contains("restart"));
        Assert.That(exception.PhraseZh, Does.Contain("fonts-noto-cjk").And.Contains("重启"));
    }

    [Test]
    public void Rasterizer_draws_as_soon_as_what_was_missing_is_there()
    {
        var loader = new PoorerLoader { Hidden = ["librsvg-2.so.2"] };
        var rasterizer = new LibrsvgRasterizer(RasterizerLimits.Default, loader);
        Assert.That(() => rasterizer.ToPng(Svg.Document(""), PngOptions.Default), Throws.TypeOf<ImagingUnavailableException>());

        loader.Hidden = [];

        Assert.That(rasterizer.ToPng(Svg.Document(""), PngOptions.Default), Is.Not.Empty);
    }
}
