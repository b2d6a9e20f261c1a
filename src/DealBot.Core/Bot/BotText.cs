using System.Globalization;
using DealBot.Contracts;
using DealBot.Core.Configuration;
using DealBot.Core.Rendering;

namespace DealBot.Core.Bot;

/// <summary>What the bot says to people in chats. Nothing that anybody wrote is said back: no link or mention of a stranger goes through the owner's account.</summary>
internal static class BotText
{
    public static readonly Phrase Patience = new("问得有点快，歇一分钟再来～", "That is a lot of questions: ask again in a minute.");

    public static readonly Phrase NothingFound = new("没有找到合适的，换个词试试～", "Nothing suitable found. Try another word.");

    public static readonly Phrase NoCoupon = new(
        "没有查到这件商品的优惠，可能商家没有放券，也可能不参加推广。", "No offer is known for this item: the shop has no coupon, or does not take part.");

    public static readonly Phrase NoLink = new("找到了商品，但现在生成不了链接，过一会儿再试。", "Found, but no link can be made just now. Try again in a while.");

    public static readonly Phrase AskInGroup = new(
        "这里只管理各群。找商品和查券请到开了机器人的群里说。", "This chat is for running your groups. Look for deals and coupons in a group where the bot is on.");

    public static readonly Phrase NothingPosted = new("没有找到这件商品，什么也没有发。", "The item was not found; nothing is posted.");

    public static readonly Phrase NothingToSkip = new("接下来没有可以跳过的推送。", "There is no post to skip.");

    public static readonly Phrase DigestIsSent = new("日报已发到你平时收日报的地方。", "The digest is sent to where you read it every day.");

    public static readonly Phrase DigestFailed = new("日报没有做出来，请看日志。", "The digest could not be made; the log says why.");

    public static Phrase Help(BotWords words) => In(language => language == Language.English
        ? $"""
          I can do this:
          · {Word(words, BotVerb.Find, language)} keyword: deals for this group
          · {Word(words, BotVerb.Coupon, language)} link or title: whether an item has a coupon
          """
        : $"""
          我会这些：
          · {Word(words, BotVerb.Find, language)} 关键词：找群里能发的优惠
          · {Word(words, BotVerb.Coupon, language)} 商品链接或标题：看有没有券
          """);

    public static Phrase OwnersHelp(BotWords words) => In(language => language == Language.English
        ? $"""
          To run your groups:
          · {Word(words, BotVerb.Digest, language)}: the digest of the day so far
          · {Word(words, BotVerb.Status, language)}: what each group was sent today and when the next post is
          · {Word(words, BotVerb.Pause, language)} 2 hours (or 30 minutes, until 18:00): no posts, except those made by hand
          · {Word(words, BotVerb.Resume, language)}: post again
          · {Word(words, BotVerb.Skip, language)}: leave out the next post
          · {Word(words, BotVerb.Post, language)} item: post one deal now, by its number, a link or a keyword
          Said in a group it is about that group; said here it is about all of yours.
          """
        : $"""
          管理你的各群：
          · {Word(words, BotVerb.Digest, language)}：今天到现在的日报
          · {Word(words, BotVerb.Status, language)}：各群今天发了几条、下一次什么时候
          · {Word(words, BotVerb.Pause, language)} 2小时（或 30分钟、到 18:00）：暂停推送，手动发的照常
          · {Word(words, BotVerb.Resume, language)}：恢复推送
          · {Word(words, BotVerb.Skip, language)}：跳过下一次推送
          · {Word(words, BotVerb.Post, language)} 商品：马上发一件，写编号、链接或关键词
          在群里说只管那个群，在这里说管你所有的群。
          """);

    public static Phrase WhatToFind(BotWords words) => new(
        $"想找什么？例如：{Word(words, BotVerb.Find, Language.Chinese)} 纸尿裤", $"What are you looking for? For example: {Word(words, BotVerb.Find, Language.English)} 纸尿裤");

    public static Phrase WhatToLookUp(BotWords words) => new(
        $"把商品链接或标题跟在后面发给我，例如：{Word(words, BotVerb.Coupon, Language.Chinese)} https://item.jd.com/100012043978.html",
        $"Put the item's link or title behind it, for example: {Word(words, BotVerb.Coupon, Language.English)} https://item.jd.com/100012043978.html");

    public static Phrase WhatToPost(BotWords words) => new(
        $"发什么？写商品编号、链接或者关键词，例如：{Word(words, BotVerb.Post, Language.Chinese)} 纸尿裤",
        $"Post what? Give its number, a link or a keyword, for example: {Word(words, BotVerb.Post, Language.English)} 纸尿裤");

    /// <summary>The item of a link is known to nobody; what its title found is another.</summary>
    public static Phrase OnlyClose(BotWords words, string title, DealKey key) => new(
        $"没有查到链接里的这件商品，什么也没有发。比较接近的是：{title}\n要发它，就说：{Word(words, BotVerb.Post, Language.Chinese)} {key}",
        $"The item of the link is not known; nothing is posted. This one comes close: {title}\nTo post it, say: {Word(words, BotVerb.Post, Language.English)} {key}");

    public static Phrase HowToPause(BotWords words)
    {
        var (pause, resume) = (Word(words, BotVerb.Pause, Language.English), Word(words, BotVerb.Resume, Language.English));
        var (zh, back) = (Word(words, BotVerb.Pause, Language.Chinese), Word(words, BotVerb.Resume, Language.Chinese));
        return new Phrase(
            $"没看懂要停多久。可以写：{zh} 2小时、{zh} 30分钟、{zh} 到 18:00；只写“{zh}”就一直停到说“{back}”。",
            $"For how long? Say {pause} 2 hours, {pause} 30 minutes or {pause} until 18:00; {pause} alone lasts until {resume}.");
    }

    public static Phrase DigestFailedFor(Phrase reason) => new($"日报没有做出来：{reason.Zh}", $"The digest could not be made: {reason.En}");

    public static Phrase Paused(IReadOnlyList<Group> groups, DateTimeOffset? until, TimeZoneInfo zone) => new(
        $"{Named(groups).Zh}已暂停推送，{(until is { } end ? $"{Clock(end, zone)} 恢复" : "直到你说恢复")}。手动发的照常。",
        $"{Named(groups).En}: no posts until {(until is { } to ? Clock(to, zone) : "you resume")}, except those made by hand.");

    public static Phrase Resumed(IReadOnlyList<Group> groups) => groups.Count == 0
        ? new("没有暂停的群。", "No group is paused.")
        : new($"{Named(groups).Zh}恢复推送。", $"{Named(groups).En}: posted to again.");

    /// <summary>Each on a line of its own.</summary>
    public static Phrase Lines(IEnumerable<Phrase> lines)
    {
        var said = lines.ToList();
        return In(language => string.Join('\n', said.Select(line => line.In(language))));
    }

    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static Phrase Named(IReadOnlyList<Group> groups) => groups.Count == 1
        ? Phrases.Same($"“{groups[0].Name}”")
        : new($"{groups.Count} 个群", $"{groups.Count} groups");

    /// <summary>The word that readers of a language are shown: the first of those heard, in English the first of Latin letters. Those have the slash that they need in talk.</summary>
    private static string Word(BotWords words, BotVerb verb, Language language)
    {
        var heard = BotCommandReader.WordsOf(words).Single(said => said.Verb == verb).Words;
        var word = (language == Language.English ? heard.FirstOrDefault(BotCommandReader.IsLatin) : null) ?? heard[0];
        return BotCommandReader.IsLatin(word) && !word.StartsWith('/') ? $"/{word}" : word;
    }

    private static Phrase In(Func<Language, string> say) => new(say(Language.Chinese).ReplaceLineEndings("\n"), say(Language.English).ReplaceLineEndings("\n"));
}
