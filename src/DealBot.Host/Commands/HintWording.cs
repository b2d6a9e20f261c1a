using System.Text.RegularExpressions;
using DealBot.Contracts;
using DealBot.Templating;

namespace DealBot.Host.Commands;

/// <summary>How to mend a fault, in the reader's language: the engine's own hint, which is English, or what is known of this service's data.</summary>
internal static partial class HintWording
{
    private static readonly (string Pattern, string Chinese)[] OfEngine =
    [
        ("^Write `(.+)` instead: this one is full-width\\.$", "改成半角的 `$1`：这里写的是全角"),
        ("^Write `&&` to test that both sides are true\\.$", "两边都要成立，写 `&&`"),
        ("^Write `(.+)` instead of `(.+)` on line (\\d+)\\.$", "把第 $3 行的 `$2` 改成 `$1`"),
        ("^Write `(.+)` instead of `(.+)`\\.$", "把 `$2` 改成 `$1`"),
        ("^Write `end` where the statement that starts on line (\\d+) is to end\\.$", "第 $1 行开始的语句没有结束：在该结束的地方写 `end`"),
        ("^Arguments follow a function without a colon: (.+)\\.$", "函数后面直接写参数，不写冒号：$1"),
        ("^There is no template of that name\\.$", "模板文件夹里没有这个文件；名字从模板文件夹写起，例如 `copy/_parts/words.sbn-txt`"),
        ("^Set it in the function: (.+)\\.$", "在函数里面给它值：$1"),
    ];

    /// <summary>The hint for one place; null when nothing is known.</summary>
    public static string? For(TemplateMessage place, Language language)
    {
        if (place.Hint is { } hint)
        {
            return language == Language.English ? hint : Chinese(hint);
        }

        return Own(place.Text)?.In(language);
    }

    private static string Chinese(string hint)
    {
        if (Suggestion().Match(hint) is { Success: true } suggestion)
        {
            return $"是不是想写 {suggestion.Groups[1].Value.Replace(" or ", " 或 ", StringComparison.Ordinal)}？";
        }

        var known = OfEngine.FirstOrDefault(each => Regex.IsMatch(hint, each.Pattern));
        return known.Pattern is null ? hint : Regex.Replace(hint, known.Pattern, known.Chinese);
    }

    private static Phrase? Own(string text)
    {
        if (NullMember().Match(text) is { Success: true } member)
        {
            var owner = member.Groups[1].Value;
            return new Phrase(
                $"`{owner}` 这次没有值，或名字写错了：先问 `if {owner}`，或写 `?.`",
                $"`{owner}` has no value this time, or is misspelt: ask `if {owner}` first, or write `?.`");
        }

        return text switch
        {
            _ when text.Contains("a string not terminated", StringComparison.Ordinal) =>
                new Phrase("有一个引号没有配对，从第一处错误的前面找起", "a quotation mark has no partner: look above the first fault"),
            _ when text.Contains("only allowed for a top level assignment", StringComparison.Ordinal) =>
                new Phrase("比较两个值写 `==`", "write `==` to compare"),
            _ when text.Contains("is not supported on string objects", StringComparison.Ordinal) =>
                new Phrase("价格是文字；计算用 `final_price_yuan` 这样的小数，或 `string.to_double`", "prices are text: calculate with `final_price_yuan` and the like, or `string.to_double`"),
            _ when text.Contains("while parsing object initializer", StringComparison.Ordinal) =>
                new Phrase("前面可能有一个 `{{` 没有写 `}}`", "perhaps a `{{` before it has no `}}`"),
            _ when text.Contains("A QR code of", StringComparison.Ordinal) =>
                new Phrase("把二维码的边长放大，或换更短的链接", "make the code larger or the link shorter"),
            _ when text.Contains("`poster.qr` failed: The value cannot be", StringComparison.Ordinal) =>
                new Phrase("给二维码的文字是空的：一般写 `deal.link`", "the code has no text: usually it is `deal.link`"),
            _ => null,
        };
    }

    [GeneratedRegex(@"^Did you mean (.+)\?$")]
    private static partial Regex Suggestion();

    [GeneratedRegex(@"^Cannot get the member (.+)\.[^.]+ for a null object\.$")]
    private static partial Regex NullMember();
}
