using DealBot.Adapters.Wire;

namespace DealBot.Adapters.Tests.Wire;

public sealed class PictureSizeTests
{
    [Test]
    public void A_PNG_tells_its_size() => Assert.That(PictureSize.Of(Some.Png.ToArray()), Is.EqualTo(new PictureSize(1, 1)));

    [TestCase("FFD8FFE000104A46494600010100000100010000FFC000110802EE03E8030122000211010311", TestName = "Baseline")]
    [TestCase("FFD8FFDB0004AABBFFFFC2000B0802EE03E801011100", TestName = "Progressive_behind_a_table_and_a_filler")]
    public void A_JPEG_tells_its_size(string bytes) => Assert.That(PictureSize.Of(Convert.FromHexString(bytes)), Is.EqualTo(new PictureSize(1000, 750)));

    [TestCase("")]
    [TestCase("FFD8FF")]
    [TestCase("FFD8FFE00000FFC000110802EE03E8")]
    [TestCase("FFD8FFE0FFFF4A46494600010100000100")]
    [TestCase("FFD8FFC400040000FFC800040000FFCC00040000FFD9")]
    [TestCase("89504E470D0A1A0A0000000D49484452")]
    public void Bytes_that_do_not_tell_are_of_no_size(string bytes) => Assert.That(PictureSize.Of(Convert.FromHexString(bytes)), Is.Null);
}
