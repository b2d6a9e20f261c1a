using DealBot.Core.Clicks;

namespace DealBot.Core.Tests.Fakes;

internal sealed class FakeLinkStore(params TrackedLink[] links) : ILinkStore
{
    public List<string> Asked { get; } = [];

    /// <summary>How often many were asked for at once.</summary>
    public int Questions { get; private set; }

    public Task<TrackedLink?> FindAsync(string code, CancellationToken cancellationToken)
    {
        Asked.Add(code);
        return Task.FromResult(links.FirstOrDefault(link => link.Code == code));
    }

    public Task<IReadOnlyList<TrackedLink>> FindAllAsync(IReadOnlyCollection<string> codes, CancellationToken cancellationToken)
    {
        Questions++;
        return Task.FromResult<IReadOnlyList<TrackedLink>>([.. links.Where(link => codes.Contains(link.Code))]);
    }
}
