using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Tests.Rasterizing;

public class NativeLibrariesTests
{
    private static readonly DllNotFoundException Cause = new("Unable to load shared library");

    [Test]
    public void Missing_librsvg_names_its_package_and_the_fonts_in_both_languages()
    {
        var exception = NativeLibraries.Unavailable(Cause, library => !library.StartsWith("librsvg", StringComparison.Ordinal));

        const string Command = "apt-get install -y librsvg2-2 fonts-noto-cjk fonts-noto-color-emoji";
        Assert.That(exception.Message, Does.Contain(Command));
        Assert.That(exception.PhraseZh, Does.StartWith("本机缺少").And.Contains(Command));
        Assert.That(exception.InnerException, Is.SameAs(Cause));
    }

    [Test]
    public void Missing_turbojpeg_names_its_package_alone()
    {
        var exception = NativeLibraries.Unavailable(Cause, library => !library.Contains("turbojpeg"));

        Assert.That(exception.Message, Does.EndWith("apt-get install -y libturbojpeg0"));
    }

    [Test]
    public void Library_that_loads_but_lacks_a_function_is_called_too_old()
    {
        var exception = NativeLibraries.Unavailable(new EntryPointNotFoundException("rsvg_x"), _ => true);

        Assert.That(exception.Message, Does.Contain("too old").And.Contains("rsvg_x"));
        Assert.That(exception.PhraseZh, Does.Contain("版本过旧"));
    }
}
