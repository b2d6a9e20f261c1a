using DealBot.Contracts;
using DealBot.Core.Bot;

namespace DealBot.Core.Configuration.Validators;

/// <summary>The bot's words can be told apart, its limits are within their ranges, and commanders are of adapters that exist.</summary>
internal static class BotValidator
{
    private const int LongestWord = 20;

    public static void Validate(ValidationScope scope)
    {
        var bot = scope.Configuration.Bot;
        Range(scope, "mostDeals", bot.MostDeals, 5);
        Range(scope, "perMemberPerMinute", bot.PerMemberPerMinute, 60);
        Range(scope, "perGroupPerMinute", bot.PerGroupPerMinute, 600);
        Words(scope, bot.Words);
        foreach (var (index, owner) in scope.Configuration.Owners.Index())
        {
            Commanders(scope, owner, $"$.owners[{index}].commanders");
        }
    }

    private static void Range(ValidationScope scope, string name, int value, int most)
    {
        if (value < 1 || value > most)
        {
            scope.Report(BotFile.Name, $"$.bot.{name}", $"{value}", new Phrase("超出范围", "out of range"), new Phrase($"1 到 {most}", $"1 to {most}"));
        }
    }

    private static void Words(ValidationScope scope, BotWords words)
    {
        var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (verb, said) in BotCommandReader.WordsOf(words))
        {
            var list = $"$.bot.words.{char.ToLowerInvariant($"{verb}"[0])}{$"{verb}"[1..]}";
            if (said.Count == 0)
            {
                scope.Report(BotFile.Name, list, "[]", new Phrase("没有词", "no word"), new Phrase("至少一个词；整行删掉就用默认的", "at least one word; the defaults hold if the line is deleted"));
            }

            foreach (var (index, word) in said.Index())
            {
                Word(scope, $"{list}[{index}]", word, first);
            }
        }
    }

    private static void Word(ValidationScope scope, string path, string word, Dictionary<string, string> first)
    {
        if (word.Length is 0 or > LongestWord || word.Any(char.IsWhiteSpace))
        {
            scope.Report(BotFile.Name, path, word, new Phrase("词不合规", "bad word"), new Phrase($"1 到 {LongestWord} 个字符，中间没有空格", $"1 to {LongestWord} characters without spaces"));
        }
        else if (!first.TryAdd(word, path))
        {
            scope.Report(BotFile.Name, path, word, new Phrase("同一个词有两个意思", "one word for two things"), new Phrase($"换一个词，{first[word]} 已经用了它", $"another word: {first[word]} has this one already"));
        }
    }

    private static void Commanders(ValidationScope scope, Owner owner, string path)
    {
        foreach (var (adapter, ids) in owner.Commanders)
        {
            if (!scope.Surroundings.Adapters.ContainsKey(adapter))
            {
                scope.ReportUnknown(OwnersFile.Name, $"{path}.{adapter}", adapter, new Phrase("没有这个适配器", "no such adapter"), [.. scope.Surroundings.Adapters.Keys]);
            }

            foreach (var (index, _) in ids.Index().Where(id => string.IsNullOrWhiteSpace(id.Item)))
            {
                scope.Report(OwnersFile.Name, $"{path}.{adapter}[{index}]", "", new Phrase("成员编号是空的", "an empty member id"), new Phrase(
                    "平台上的成员编号，见 docs/bot.md", "the platform's id of the member, see docs/bot.md"));
            }
        }
    }
}
