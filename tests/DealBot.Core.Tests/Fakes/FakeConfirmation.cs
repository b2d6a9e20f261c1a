using DealBot.Contracts;

namespace DealBot.Core.Tests.Fakes;

/// <summary>A platform whose messages are tasks that a person has to confirm.</summary>
internal sealed class FakeConfirmation : IMessagingAdapter, IOwnerConfirmation
{
    public string Name => "preview";

    public AdapterLimits Limits { get; } = new() { Kinds = MessageKinds.Text, TextLength = 4000 };

    /// <summary>How a task stands, by its id.</summary>
    public Func<string, ConfirmationState> Answer { get; set; } = _ => new ConfirmationState.Waiting();

    /// <summary>What was asked after: address and task.</summary>
    public List<string> Asked { get; } = [];

    public bool Knows(string address) => true;

    public Task<SendResult> SendAsync(SendRequest request, CancellationToken cancellationToken) =>
        Task.FromResult<SendResult>(new SendResult.Awaiting(request.MessageId, new Phrase("请确认", "please confirm")));

    public Task<AddressReport> TestAsync(string address, CancellationToken cancellationToken) => Task.FromResult(AddressReport.Proven());

    public Task<ConfirmationState> AskAsync(string address, string taskId, CancellationToken cancellationToken)
    {
        Asked.Add($"{address} {taskId}");
        return Task.FromResult(Answer(taskId));
    }
}
