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
        Assert.That(status.Message, Does.EndWith(Command));
        Assert.That(status.PhraseZh, Does.EndWith(Command));
    }

    [Test]
    public void Text_by_estimate_is_said()
    {
        var status = new RasterizerStatus("2.54.7", "1.16.0", HasTurboJpeg: true, CjkFont: "Noto Sans CJK SC", EmojiFont: "Noto Color Emoji");

        Assert.That((status.Message, status.PhraseZh), Is.EqualTo((
            "librsvg 2.54.7, cairo 1.16.0, text by estimate, since Pango cannot be loaded, TurboJPEG; fonts Noto Sans CJK SC, Noto Color Emoji",
            "librsvg 2.54.7、cairo 1.16.0、文字宽度按估算，因为加载不了 Pango、TurboJPEG；字体 Noto Sans CJK SC、Noto Color Emoji")));
    }

    [Test]
    public void Missing_fonts_are_reported_but_do_not_stop_drawing()
    {
        var status = new RasterizerStatus("2.54.7", "1.16.0", HasTurboJpeg: true, CjkFont: null, EmojiFont: "Noto Color Emoji");

        Assert.That(status.CanDraw, Is.True);
        Assert.That(status.MissingPackages, Is.EqualTo(new[] { "fonts-noto-cjk" }));
    }
}
