namespace DealBot.Networks.Vip;

/// <summary>A deal's material: the item's plain page and, as its fragment, the <c>adCode</c> that Vipshop wants back on conversion.</summary>
internal static class VipMaterial
{
    private const string Mark = "#adCode=";

    public static string Of(string page, string? adCode) => adCode is null ? page : page + Mark + Uri.EscapeDataString(adCode);

    public static string PageOf(string material) => Split(material).Page;

    public static string? AdCodeOf(string material) => Split(material).AdCode is { } adCode ? Uri.UnescapeDataString(adCode) : null;

    private static (string Page, string? AdCode) Split(string material)
    {
        var mark = material.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 0 ? (material, null) : (material[..mark], material[(mark + Mark.Length)..]);
    }
}
