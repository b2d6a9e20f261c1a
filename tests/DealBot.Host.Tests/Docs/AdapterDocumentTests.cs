using System.Text.RegularExpressions;
using DealBot.Adapters.DingTalk;
using DealBot.Adapters.Feishu;
using DealBot.Adapters.OneBot;
using DealBot.Adapters.Telegram;
using DealBot.Adapters.Wechaty;
using DealBot.Adapters.WeCom;
using DealBot.Adapters.WeComTask;
using DealBot.Contracts;
using DealBot.Host.Composition;
using DealBot.Host.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Host.Tests.Docs;

/// <summary>What the table of adapters promises is what the adapters say of themselves.</summary>
public sealed partial class AdapterDocumentTests
{
    private static readonly string[] Kinds = ["text", "markdown", "picture", "picture with text", "link", "card", "file"];

    private Integrations _integrations = null!;
    private IReadOnlyDictionary<string, string[]> _rows = null!;

    [OneTimeSetUp]
    public void Read()
    {
        var adapters = new AdapterSettings
        {
            WeCom = new WeComOptions(),
            WeComTask = new WeComTaskOptions(),
            Wechaty = new WechatyOptions(),
            DingTalk = new DingTalkOptions(),
            Feishu = new FeishuOptions { AppId = "cli_a", AppSecret = "made-up" },
            OneBot = new OneBotOptions(),
            Telegram = new TelegramOptions(),
        };
        Assert.That(typeof(AdapterSettings).GetProperties().Select(property => property.GetValue(adapters)), Has.None.Null, "every adapter is tried");
        _integrations = Integrations.Create(new HostSettings { Adapters = adapters }, TimeProvider.System, NullLoggerFactory.Instance);
        _rows = new MarkdownDocument(Path.Combine(Repository.Root, "docs", "adapters.md")).Table("adapters").ToDictionary(row => Name().Match(row[0]).Value);
    }

    [OneTimeTearDown]
    public void Close() => _integrations.Dispose();

    [Test]
    public void Every_adapter_has_a_row_and_every_row_an_adapter() => Assert.That(_rows.Keys, Is.EquivalentTo(_integrations.Adapters.Keys));

    [Test]
    public void Kinds_in_the_table_are_those_that_the_adapter_sends() => Assert.Multiple(() =>
    {
        foreach (var (name, adapter) in _integrations.Adapters)
        {
            var told = Parts().Split(_rows[name][2]).Select(part => part.Trim()).ToHashSet();
            Assert.That(Kinds.Where(told.Contains), Is.EquivalentTo(KindsOf(adapter.Limits.Kinds)), name);
        }
    });

    [Test]
    public void Only_who_counts_or_hears_is_said_to() => Assert.Multiple(() =>
    {
        foreach (var (name, adapter) in _integrations.Adapters)
        {
            Assert.That(_rows[name][3] == "nothing", Is.EqualTo(adapter is not (IChatListener or ICallbackReceiver)), $"{name} hears");
            Assert.That(_rows[name][4] == "not available", Is.EqualTo(adapter is not IGroupRoster), $"{name} knows members");
        }
    });

    private static IEnumerable<string> KindsOf(MessageKinds kinds) =>
        Kinds.Zip([MessageKinds.Text, MessageKinds.Markdown, MessageKinds.Image, MessageKinds.Captioned, MessageKinds.News, MessageKinds.Card, MessageKinds.File])
            .Where(kind => kinds.HasFlag(kind.Second)).Select(kind => kind.First);

    [GeneratedRegex("(?<=`)[a-z]+(?=`)")]
    private static partial Regex Name();

    // "; with … also" goes on with the list; what is in brackets is about the word before it.
    [GeneratedRegex(@"[,;]|\([^)]*\)|\bto members\b|with a self-built app also")]
    private static partial Regex Parts();
}
