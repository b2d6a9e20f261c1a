using DealBot.Core.Rendering;
using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;
using DealBot.Templating;

namespace DealBot.Benchmarks.Posters;

/// <summary>Posters of 750×1334 with a picture as large as fetched ones are kept, Chinese text and a QR code, no two alike.</summary>
internal sealed class PosterScene(LibrsvgRasterizer rasterizer)
{
    private readonly TemplateRenderer _templates = new(new TemplateLibrary("templates"), TimeProvider.System);
    private readonly string _picture = DataUri.ForImage(Photograph(rasterizer))!;

    public string Svg(int number)
    {
        var deal = DealModel.Of(Stage.Deal(number), $"https://deal.example.cn/g/{number:x11}", _picture);
        var post = new TemplateObject
        {
            ["deal"] = deal,
            ["deals"] = new TemplateArray([deal]),
            ["group"] = new TemplateObject { ["name"] = "基准群" },
            ["slot"] = new TemplateObject { ["hour"] = 9, ["month"] = 6, ["day"] = 1, ["time"] = "09:00", ["number"] = number },
        };
        return _templates.Render("posters/classic.sbn-svg", post, CancellationToken.None);
    }

    public byte[] Jpeg(int number) => rasterizer.ToJpeg(Svg(number), JpegOptions.Default);

    /// <summary>As detailed as a shop's photograph: some 60 KB.</summary>
    private static byte[] Photograph(LibrsvgRasterizer rasterizer) => rasterizer.ToJpeg(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="720" height="720">
          <linearGradient id="g" x2="1" y2="1"><stop offset="0" stop-color="#fa8"/><stop offset="1" stop-color="#48c"/></linearGradient>
          <filter id="n" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="0.02" numOctaves="5"/></filter>
          <rect width="720" height="720" fill="url(#g)"/><rect width="720" height="720" filter="url(#n)" opacity="0.6"/>
          <circle cx="360" cy="360" r="200" fill="#fff" fill-opacity="0.5"/>
        </svg>
        """,
        new JpegOptions { Quality = 90 });
}
