using System.Text;
using DealBot.Simulators.Jd;
using DealBot.Simulators.Market;

namespace DealBot.Simulators.Tests.Jd;

public sealed class JdPictureTests : JdSimulatorFixture
{
    private int _drawn;

    [Test]
    public async Task Picture_is_drawn_once_and_served_as_jpeg()
    {
        var sku = Simulator.Catalogue.Items[0].SkuId;

        using var first = await Wire.Http.GetAsync(new Uri(Simulator.BaseAddress, $"img/{sku}.jpg"));
        using var second = await Wire.Http.GetAsync(new Uri(Simulator.BaseAddress, $"img/{sku}.jpg"));

        Assert.That(first.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/jpeg"));
        Assert.That(await first.Content.ReadAsStringAsync(), Does.Contain("width=\"600\" height=\"600\"").And.Contain("🍎"));
        Assert.That(await second.Content.ReadAsByteArrayAsync(), Is.EqualTo(await first.Content.ReadAsByteArrayAsync()));
        Assert.That(_drawn, Is.EqualTo(1));
    }

    [Test]
    public async Task Without_a_rasteriser_the_svg_itself_is_served()
    {
        await using var plain = await JdSimulator.StartAsync(base.Options(), CancellationToken.None);

        using var response = await Wire.Http.GetAsync(new Uri(plain.BaseAddress, $"img/{plain.Catalogue.Items[0].SkuId}.jpg"));

        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/svg+xml"));
    }

    [Test]
    public void Every_picture_is_well_formed() => Assert.That(
        () => Simulator.Catalogue.Items.Select(item => System.Xml.Linq.XDocument.Parse(MarketPicture.Draw(item))).ToList(), Throws.Nothing);

    [Test]
    public async Task Unknown_item_has_no_picture()
    {
        using var response = await Wire.Http.GetAsync(new Uri(Simulator.BaseAddress, "img/1.jpg"));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
    }

    private protected override JdSimulatorOptions Options() => base.Options() with { DrawImage = Draw };

    private byte[] Draw(string svg)
    {
        Interlocked.Increment(ref _drawn);
        return Encoding.UTF8.GetBytes(svg);
    }
}
