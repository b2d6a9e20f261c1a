using DealBot.Contracts;
using DealBot.Core.Notices;

namespace DealBot.Core.Tests.Notices;

public sealed class NoticeTextTests
{
    private static readonly KeptNotice Twice = new("account_slow", "preview/demo", new Phrase("账号发得太快", "the account posts too fast"), Some.Shanghai("2026-06-01 09:00"), Some.Shanghai("2026-06-01 09:30"), 2, null);

    [TestCase(Language.Chinese, "🔔 DealBot 提醒\n· 06-01 09:00 账号发得太快（共 2 次，最近 06-01 09:30）")]
    [TestCase(Language.English, "🔔 DealBot notices\n· 06-01 09:00 the account posts too fast (2 times, last at 06-01 09:30)")]
    public void Notices_are_written_in_the_owners_language(Language language, string text) => Assert.That(
        NoticeText.Of([Twice], language, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), new AdapterLimits { Kinds = MessageKinds.Text, TextLength = 2048 }),
        Is.EqualTo(new[] { text }));
}
