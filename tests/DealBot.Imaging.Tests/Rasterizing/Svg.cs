using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;

namespace DealBot.Imaging.Tests.Rasterizing;

/// <summary>Documents to draw.</summary>
internal static class Svg
{
    public static LibrsvgRasterizer Rasterizer { get; } = new();

    public static string Document(string content, int width = 100, int height = 100) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" height="{height}">{content}</svg>""";

    public static Pixels Draw(string content, int width = 100, int height = 100) =>
        Pixels.Decode(Rasterizer.ToPng(Document(content, width, height), PngOptions.Default));

    public static Pixels DrawText(string text, string family = "sans-serif") =>
        Draw($"""<text x="10" y="75" font-size="70" font-family="{family}" xml:lang="zh-CN">{text}</text>""");

    public static byte[] RedPng() => Rasterizer.ToPng(Document("""<rect width="8" height="8" fill="#f00"/>""", 8, 8), PngOptions.Default);

    public static byte[] RedJpeg() => Rasterizer.ToJpeg(Document("""<rect width="8" height="8" fill="#f00"/>""", 8, 8), JpegOptions.Default);

    public static string Image(string href, int side = 100) => $"""<image width="{side}" height="{side}" href="{href}" xlink:href="{href}"/>""";

    /// <summary>Chinese text, emoji, an embedded image: what a poster is made of.</summary>
    public static string Poster(int seed) => Document(
        $"""
        <rect width="300" height="200" fill="#fff5e6"/>
        {Image(DataUri.ForImage(RedPng())!, 60)}
        <text x="70" y="50" font-size="32" font-family="sans-serif">券后价 ￥{seed}.90 🎉</text>
        <circle cx="{50 + (seed % 200)}" cy="150" r="20" fill="#e4393c"/>
        """,
        300,
        200);
}
