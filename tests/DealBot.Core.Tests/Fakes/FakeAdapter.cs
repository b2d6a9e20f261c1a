using DealBot.Contracts;

namespace DealBot.Core.Tests.Fakes;

/// <summary>An adapter that takes everything, unless told otherwise.</summary>
internal sealed class FakeAdapter : IMessagingAdapter
{
    public string Name => "preview";

    public AdapterLimits Limits { get; set; } = new() { Kinds = MessageKinds.Text | MessageKinds.Image, TextLength = 2048, ImageBytes = 2_000_000 };

    public Func<SendRequest, SendResult> Answer { get; set; } = _ => new SendResult.Sent();

    /// <summary>What a call waits for before it is answered.</summary>
    public Func<SendRequest, Task> Pause { get; set; } = _ => Task.CompletedTask;

    public List<SendRequest> Sent { get; } = [];

    /// <summary>Whether any send could have been cancelled by the caller.</summary>
    public bool MayBeTorn { get; private set; }

    /// <summary>Which account posts to an address.</summary>
    public Func<string, string> Account { get; set; } = address => address;

    public string AccountOf(string address) => Account(address);

    public bool Knows(string address) => true;

    public async Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken)
    {
        lock (Sent)
        {
            Sent.Add(request);
        }

        MayBeTorn |= cancellationToken.CanBeCanceled;

        await Pause(request);
        return Answer(request);
    }

    public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => Task.FromResult(AddressReport.Proven());
}
