using DealBot.Core.Clicks;

namespace DealBot.Core.Tests.Fakes;

internal sealed class FakeLinkStore(params TrackedLink[] links) : ILinkStore
{
    public List<string> Asked { get; } = [];

    public Task<TrackedLink?> FindAsync(string code, CancellationToken cancellationToken)
    {
        Asked.Add(code);
        return Task.FromResult(links.FirstOrDefault(link => link.Code == code));
    }
}
