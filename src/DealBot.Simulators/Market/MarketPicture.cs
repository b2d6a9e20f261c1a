using System.Net;

namespace DealBot.Simulators.Market;

/// <summary>The picture of an item as an SVG of 600×600: the colours of its category, its glyph, a few words.</summary>
internal static class MarketPicture
{
    public static string Draw(MarketItem item)
    {
        var shelf = Shelf.Of(item);
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600">
              <defs>
                <linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
                  <stop offset="0" stop-color="{shelf.LightColour}"/>
                  <stop offset="1" stop-color="{shelf.DarkColour}"/>
                </linearGradient>
              </defs>
              <rect width="600" height="600" fill="url(#g)"/>
              <circle cx="300" cy="270" r="210" fill="#ffffff" fill-opacity="0.55"/>
              <text x="300" y="360" font-size="260" text-anchor="middle" font-family="Noto Color Emoji, Apple Color Emoji, Segoe UI Emoji, sans-serif">{item.Emoji}</text>
              <text x="300" y="550" font-size="36" text-anchor="middle" fill="#333333" fill-opacity="0.8" font-family="Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, sans-serif">{WebUtility.HtmlEncode(item.Label)}</text>
            </svg>
            """;
    }
}
