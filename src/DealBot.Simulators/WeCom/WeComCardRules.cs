using System.Globalization;
using System.Text.Json;
using static DealBot.Simulators.WeCom.WeComMessageRules;

namespace DealBot.Simulators.WeCom;

/// <summary>
/// What WeCom documents about cards: lists no longer than they may be, nothing required missing, addresses with their scheme. Numbers of
/// characters are recommended only and not judged. Which code tells which fault is not documented.
/// </summary>
internal static class WeComCardRules
{
    private const int Missing = 40063;
    private const int Wrong = 40058;
    private const int NoScheme = 45034;
    private const decimal LeastRatio = 1.3m;
    private const decimal MostRatio = 2.25m;

    public static (int Code, WeComReceivedCard? Card) Judge(JsonElement card, Func<string, WeComMedia?> findMedia)
    {
        int[] codes =
        [
            .. Items(card, "horizontal_content_list", 6).Select(item => item is { } fact ? JudgeFact(fact, findMedia) : Wrong),
            .. Items(card, "jump_list", 3).Select(item => item is { } jump ? JudgeJump(jump) : Wrong),
            JudgeAction(PartOf(card, "card_action")),
            TextOf(card, "card_type") switch { "text_notice" => JudgeText(card), "news_notice" => JudgeNews(card), _ => Wrong },
        ];
        return codes.FirstOrDefault(code => code != 0) is var fault and not 0 ? (fault, null) : (0, Read(card));
    }

    private static int JudgeText(JsonElement card) =>
        TitleOf(card).Length == 0 && TextOf(card, "sub_title_text").Length == 0 ? Missing : 0;

    private static int JudgeNews(JsonElement card)
    {
        var image = PartOf(card, "card_image");
        if (TitleOf(card).Length == 0 || TextOf(image, "url").Length == 0)
            return Missing;
        if (Items(card, "vertical_content_list", 4).Any(item => item is not { } line || TextOf(line, "title").Length == 0))
            return Wrong;
        if (PartOf(image, "aspect_ratio") is { ValueKind: JsonValueKind.Number } ratio && ratio.GetDecimal() is < LeastRatio or > MostRatio)
            return Wrong;
        if (PartOf(card, "image_text_area") is { ValueKind: JsonValueKind.Object } area && TextOf(area, "image_url").Length == 0)
            return Missing;

        return HasScheme(TextOf(image, "url")) ? 0 : NoScheme;
    }

    private static int JudgeFact(JsonElement fact, Func<string, WeComMedia?> findMedia)
    {
        if (TextOf(fact, "keyname").Length == 0)
            return Missing;

        return TypeOf(fact) switch
        {
            null or 0 => 0,
            1 => JudgeUrl(fact),
            2 => findMedia(TextOf(fact, "media_id")) is null ? 40007 : 0,
            3 => TextOf(fact, "userid").Length == 0 ? Missing : 0,
            _ => Wrong,
        };
    }

    private static int JudgeJump(JsonElement jump)
    {
        if (TextOf(jump, "title").Length == 0)
            return Missing;

        return TypeOf(jump) switch { null or 0 => 0, 1 => JudgeUrl(jump), 2 => JudgeProgram(jump), _ => Wrong };
    }

    private static int JudgeAction(JsonElement action) =>
        action.ValueKind != JsonValueKind.Object ? Missing : TypeOf(action) switch { 1 => JudgeUrl(action), 2 => JudgeProgram(action), _ => Wrong };

    private static int JudgeUrl(JsonElement part) => TextOf(part, "url") is { Length: > 0 } url ? HasScheme(url) ? 0 : NoScheme : Missing;

    private static int JudgeProgram(JsonElement part) => TextOf(part, "appid").Length == 0 ? Missing : 0;

    private static WeComReceivedCard Read(JsonElement card) => new(
        TextOf(card, "card_type"), TitleOf(card), TextOf(PartOf(card, "card_action"), "url"), Pairs(card, "horizontal_content_list", "keyname", "value"))
    {
        Subtitle = TextOf(card, "sub_title_text"),
        Lines = Pairs(card, "vertical_content_list", "title", "desc"),
        Links = [.. Pairs(card, "jump_list", "title", "url").Select(pair => pair.Key)],
        PictureUrl = TextOf(PartOf(card, "card_image"), "url") is { Length: > 0 } url ? url : null,
    };

    private static List<KeyValuePair<string, string>> Pairs(JsonElement card, string list, string name, string value) =>
        [.. Items(card, list, int.MaxValue).OfType<JsonElement>().Select(item => KeyValuePair.Create(TextOf(item, name), TextOf(item, value)))];

    /// <summary>The items of a list that may be left out; one null in their place if it is no list or too long.</summary>
    private static IEnumerable<JsonElement?> Items(JsonElement card, string name, int most) => PartOf(card, name) switch
    {
        { ValueKind: JsonValueKind.Undefined } => [],
        { ValueKind: JsonValueKind.Array } list when list.GetArrayLength() <= most => list.EnumerateArray().Select(item => (JsonElement?)item),
        _ => [null],
    };

    private static string TitleOf(JsonElement card) => TextOf(PartOf(card, "main_title"), "title");

    private static int? TypeOf(JsonElement part) => PartOf(part, "type") switch
    {
        { ValueKind: JsonValueKind.Number } type when type.TryGetInt32(out var value) => value,
        { ValueKind: JsonValueKind.String } type when int.TryParse(type.GetString(), CultureInfo.InvariantCulture, out var value) => value,
        { ValueKind: JsonValueKind.Undefined } => null,
        _ => -1,
    };
}
