using System.Data.Common;
using DealBot.Core.Clicks;
using DealBot.Core.Notices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealBot.Core.Tests.Clicks;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ClickLossReportTests
{
    private readonly ClickLosses _losses = new();
    private readonly Ledger _ledger = new();

    [Test]
    public async Task What_was_lost_is_put_on_record_by_group_and_hour_and_told_once()
    {
        _losses.Add(Some.Click());
        _losses.Add(Some.Click(at: Some.Morning.AddMinutes(59)));
        _losses.Add(Some.Click(groupId: "dorm-1"));

        await ReportAsync();
        await ReportAsync();

        Assert.That(_ledger.Lost, Is.EquivalentTo(new[] { new LostClicks("mama-1", Some.Morning.ToUniversalTime(), 2), new LostClicks("dorm-1", Some.Morning.ToUniversalTime(), 1) }));
        Assert.That(_ledger.Told.Select(notice => (notice.OwnerId, notice.Kind)), Is.EqualTo(new[] { ((string?)null, "clicks_lost") }));
        Assert.That(_ledger.Told[0].Text.Zh, Does.StartWith("有 3 次点击没能记录"));
    }

    [Test]
    public async Task What_the_database_does_not_take_is_told_later()
    {
        _losses.Add(Some.Click());
        _ledger.Fault = new SqliteException("database or disk is full", 13);
        await ReportAsync();
        Assert.That(_ledger.Told, Is.Empty);

        _ledger.Fault = null;
        _losses.Add(Some.Click());
        await ReportAsync();

        Assert.That(_ledger.Lost.Single().Count, Is.EqualTo(2));
        Assert.That(_losses.Total, Is.EqualTo(2));
    }

    [Test]
    public async Task Where_nothing_was_lost_nobody_is_told()
    {
        await ReportAsync();

        Assert.That(_ledger.Told, Is.Empty);
    }

    private Task ReportAsync() => new ClickLossReport(_losses, _ledger, _ledger, NullLogger<ClickLossReport>.Instance).RunAsync(default);

    private sealed class Ledger : IClickStore, INotices
    {
        public List<LostClicks> Lost { get; } = [];

        public List<Notice> Told { get; } = [];

        public DbException? Fault { get; set; }

        public Task<JournalPosition?> ReachedAsync(string journal, CancellationToken cancellationToken) => Task.FromResult<JournalPosition?>(null);

        public Task<bool> AppendAsync(JournalPosition from, ClickBatch batch, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task ForgetAsync(string journal, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CountLostAsync(IReadOnlyList<LostClicks> lost, CancellationToken cancellationToken)
        {
            if (Fault is { } fault)
            {
                throw fault;
            }

            Lost.AddRange(lost);
            return Task.CompletedTask;
        }

        public Task TellAsync(Notice notice, CancellationToken cancellationToken)
        {
            Told.Add(notice);
            return Task.CompletedTask;
        }
    }
}
