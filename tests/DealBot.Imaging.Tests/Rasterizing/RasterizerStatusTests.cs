using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Tests.Rasterizing;

public class RasterizerStatusTests
{
    [Test]
    public void Probe_finds_what_the_other_tests_draw_with()
    {
        var status = LibrsvgRasterizer.Probe();

        Assert.That(status.CanDraw, Is.True, status.Message);
        Assert.That(status.MissingPackages, Is.Empty);
        Assert.That(status.LibrsvgVersion, Does.Match(@"^2\.\d+\.\d+$"));
        Assert.That(status.CairoVersion, Does.Match(@"^1\.\d+\.\d+$"));
        Assert.That(status.PangoVersion, Does.Match(@"^1\.\d+\.\d+$"));
        Assert.That(status.Message, Does.Contain($"Pango {status.PangoVersion}"));
        Assert.That(status.CjkFont, Does.Contain("CJK").Or.Contain("Han").Or.Contain("Hei"));
        Assert.That(status.EmojiFont, Does.Contain("Emoji"));
    }

    [Test]
    public void Bare_machine_is_told_every_package()
    {
        var status = new RasterizerStatus(null, null, HasTurboJpeg: false, CjkFont: null, EmojiFont: null);

        const string Command = "apt-get install -y librsvg2-2 libturbojpeg0 fonts-noto-cjk fonts-noto-color-emoji";
        Assert.That(status.CanDraw, Is.False);
        Assert.That(status.Message, Does.Contain(Command));
        Assert.That(status.PhraseZh, Does.Contain(Command));
    }

    [Test]
    public void Text_by_estimate_is_said()
    {
        var status = new RasterizerStatus("2.54.7", "1.16.0", HasTurboJpeg: true, CjkFont: "Noto Sans CJK SC", EmojiFont: "Noto Color Emoji")
        {
            PictureFormats = [ImageFormat.Png, ImageFormat.Jpeg],
        };

        Assert.That((status.Message, status.PhraseZh), Is.EqualTo((
            "librsvg 2.54.7, cairo 1.16.0, text by estimate, since Pango cannot be loaded, TurboJPEG; fonts Noto Sans CJK SC, Noto Color Emoji; pictures Png, Jpeg",
            "librsvg 2.54.7、cairo 1.16.0、文字宽度按估算，因为加载不了 Pango、TurboJPEG；字体 Noto Sans CJK SC、Noto Color Emoji；图片 Png、Jpeg")));
    }

    [Test]
    public void Missing_emoji_are_reported_but_do_not_stop_drawing()
    {
        var status = new RasterizerStatus("2.54.7", "1.16.0", HasTurboJpeg: true, CjkFont: "Noto Sans CJK SC", EmojiFont: null);

        Assert.That(status.CanDraw, Is.True);
        Assert.That(status.MissingPackages, Is.EqualTo(new[] { "fonts-noto-color-emoji" }));
    }

    [Test]
    public void Without_a_Chinese_font_nothing_is_drawn()
    {
        var status = new RasterizerStatus("2.54.7", "1.16.0", HasTurboJpeg: true, CjkFont: null, EmojiFont: "Noto Color Emoji");

        Assert.That(status.CanDraw, Is.False);
        Assert.That(status.MissingPackages, Is.EqualTo(new[] { "fonts-noto-cjk" }));
    }

    [Test]
    public void Formats_of_pictures_are_those_that_are_really_drawn()
    {
        var formats = LibrsvgRasterizer.Probe().PictureFormats;

        Assert.That(formats, Is.SupersetOf(new[] { ImageFormat.Png, ImageFormat.Jpeg }));
    }

    [Test]
    public void Library_without_a_function_can_not_draw_and_says_which_version_is_needed()
    {
        var status = RasterizerProbe.Run(new PoorerLoader { Hidden = ["rsvg_handle_render_document"] });

        Assert.That(status.CanDraw, Is.False);
        Assert.That(status.Message, Does.Contain("librsvg 2.46 or newer"));
        Assert.That(status.PictureFormats, Is.Empty);
    }

    [Test]
    public void Library_that_is_not_there_is_reported_by_its_package()
    {
        var status = RasterizerProbe.Run(new PoorerLoader { Hidden = ["libturbojpeg.so.0"] });

        Assert.That(status.CanDraw, Is.False);
        Assert.That(status.MissingPackages, Is.EqualTo(new[] { "libturbojpeg0" }));
    }
}
