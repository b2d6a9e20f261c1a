using DealBot.Contracts;
using DealBot.Host.Commands;

namespace DealBot.Host.Tests.Commands;

public sealed class QuotaWordsTests
{
    private static readonly AdapterLimits None = new() { Kinds = MessageKinds.Text, TextLength = 100 };

    [Test]
    public void Each_window_of_the_account_is_said() => Assert.That(
        QuotaWords.Of(None with { MessagesPerMinute = 20, MessagesPerDay = 1000, ImagesPerDay = 50 }),
        Is.EqualTo(new Phrase("限额：账号每分钟 20 条、每天 1000 条、每天 50 张图片", "quota: account: 20 a minute, 1000 a day, 50 pictures a day")));

    [Test]
    public void Windows_of_the_group_and_the_gap_stand_beside_them() => Assert.That(
        QuotaWords.Of(None with { MessagesPerMinute = 20, LeastGap = TimeSpan.FromSeconds(1.5), AddressMessagesPerDay = 100, AddressMessagesPerMonth = 30 }),
        Is.EqualTo(new Phrase("限额：账号每分钟 20 条，两条至少隔 1.5 秒，这个群每天 100 条、每月 30 条", "quota: account: 20 a minute; 1.5 s between two messages; this group: 100 a day, 30 a month")));

    [Test]
    public void Where_there_is_none_that_is_said() => Assert.That(QuotaWords.Of(None), Is.EqualTo(new Phrase("没有限额", "no quota")));
}
