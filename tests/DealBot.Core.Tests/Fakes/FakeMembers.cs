using DealBot.Core.Groups;

namespace DealBot.Core.Tests.Fakes;

/// <summary>Days of members in memory.</summary>
internal sealed class FakeMembers : IMemberStore
{
    public List<MemberDay> Days { get; } = [];

    public Task CountAsync(string groupId, DateOnly day, int members, CancellationToken cancellationToken)
    {
        Days.Add(new MemberDay(groupId, day, members, 0, 0));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<MemberDay>> ReadAsync(IReadOnlyCollection<string> groupIds, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MemberDay>>([.. Days.Where(day => groupIds.Contains(day.GroupId) && day.Day >= from && day.Day <= until)]);
}
