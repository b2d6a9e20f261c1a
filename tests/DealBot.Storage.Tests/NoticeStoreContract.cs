using DealBot.Contracts;
using DealBot.Core.Notices;

namespace DealBot.Storage.Tests;

public abstract class NoticeStoreContract : StorageContract
{
    private static readonly DateTimeOffset Now = Some.Morning;

    private INoticeStore Notices => Stage.Notices;

    [Test]
    public async Task One_of_a_kind_and_subject_stands_for_all_that_are_not_told_yet()
    {
        await KeepAsync("a", "first", Now);
        await KeepAsync("a", "second", Now.AddMinutes(1));
        await KeepAsync("b", "other", Now.AddMinutes(2));

        var claimed = await Notices.ClaimAsync("li", "notice.1", 5, default);

        Assert.That(claimed.Select(notice => (notice.Subject, notice.Text.Zh, notice.FirstAt, notice.LastAt, notice.Count)), Is.EqualTo(new[]
        {
            ("a", "second", Now, Now.AddMinutes(1), 2L),
            ("b", "other", Now.AddMinutes(2), Now.AddMinutes(2), 1L),
        }));
    }

    [Test]
    public async Task After_a_crash_the_same_notices_come_back_under_the_same_post()
    {
        await KeepAsync("a", "first", Now);
        await Notices.ClaimAsync("li", "notice.1", 5, default);
        await KeepAsync("a", "later", Now.AddMinutes(1));
        await KeepAsync("b", "new", Now.AddMinutes(1));

        var again = (await Notices.ClaimAsync("li", "notice.2", 5, default)).Single();

        Assert.That((again.PostId, again.Text.Zh, again.Count), Is.EqualTo(("notice.1", "first", 1L)));
    }

    [Test]
    public async Task What_was_told_is_not_told_again_and_what_came_since_is()
    {
        await KeepAsync("a", "first", Now);
        await Notices.ClaimAsync("li", "notice.1", 5, default);
        await Notices.ToldAsync("notice.1", Now.AddMinutes(1), default);
        Assert.That(await Notices.WaitingAsync(default), Is.Empty);

        await KeepAsync("a", "again", Now.AddMinutes(2));

        Assert.That(await Notices.WaitingAsync(default), Is.EqualTo(new[] { ("li", (DateTimeOffset?)Now.AddMinutes(1)) }));
        Assert.That((await Notices.ClaimAsync("li", "notice.2", 5, default)).Single().Text.Zh, Is.EqualTo("again"));
    }

    [Test]
    public async Task The_oldest_are_told_first_and_no_more_than_asked_for()
    {
        await KeepAsync("late", "x", Now.AddMinutes(2));
        await KeepAsync("early", "x", Now);
        await KeepAsync("middle", "x", Now.AddMinutes(1));

        Assert.That((await Notices.ClaimAsync("li", "notice.1", 2, default)).Select(notice => notice.Subject), Is.EqualTo(new[] { "early", "middle" }));
    }

    [Test]
    public async Task Each_owner_has_his_own()
    {
        await KeepAsync("a", "x", Now);
        await KeepAsync("a", "x", Now, owner: "wang");

        await Notices.ClaimAsync("li", "notice.1", 5, default);
        await Notices.ToldAsync("notice.1", Now, default);

        Assert.That(await Notices.WaitingAsync(default), Is.EqualTo(new[] { ("wang", (DateTimeOffset?)null) }));
        Assert.That(await Notices.ListAsync("wang", Now, Now.AddDays(1), default), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_day_lists_what_was_last_the_case_in_it_told_or_not()
    {
        await KeepAsync("before", "x", Now.AddMilliseconds(-1));
        await KeepAsync("told", "x", Now);
        await Notices.ClaimAsync("li", "notice.1", 5, default);
        await Notices.ToldAsync("notice.1", Now, default);
        await KeepAsync("untold", "x", Now.AddHours(1));
        await KeepAsync("after", "x", Now.AddDays(1));

        Assert.That((await Notices.ListAsync("li", Now, Now.AddDays(1), default)).Select(notice => notice.Subject), Is.EqualTo(new[] { "told", "untold" }));
    }

    private Task KeepAsync(string subject, string text, DateTimeOffset at, string owner = "li") =>
        Notices.KeepAsync(owner, new Notice(owner, "account_slow", subject, new Phrase(text, text)), at, default);
}
