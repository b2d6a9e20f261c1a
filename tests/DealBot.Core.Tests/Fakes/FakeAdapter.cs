using DealBot.Contracts;

namespace DealBot.Core.Tests.Fakes;

/// <summary>An adapter that takes everything, unless told otherwise.</summary>
internal sealed class FakeAdapter : IMessagingAdapter
{
    public string Name => "preview";

    public AdapterLimits Limits { get; set; } = new() { Kinds = MessageKinds.Text | MessageKinds.Image, TextBytes = 2048, ImageBytes = 2_000_000 };

    public Func<SendRequest, SendResult> Answer { get; set; } = _ => new SendResult.Sent();

    public List<SendRequest> Sent { get; } = [];

    /// <summary>Whether any send could have been cancelled by the caller.</summary>
    public bool MayBeTorn { get; private set; }

    public bool Knows(string address) => true;

    public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        lock (Sent)
        {
            Sent.Add(request);
        }

        MayBeTorn |= cancellationToken.CanBeCanceled;

        return Task.FromResult(Answer(request));
    }

    public Task<IReadOnlyList<AccountFault>> TestAsync(string address, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AccountFault>>([]);
}
