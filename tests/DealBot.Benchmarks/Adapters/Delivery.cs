namespace DealBot.Benchmarks.Adapters;

/// <summary>One message as a simulator got it.</summary>
/// <param name="Adapter">Adapter.</param>
/// <param name="Account">Account that posted it.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Text">Its text: the id of the post.</param>
internal sealed record Delivery(string Adapter, string Account, DateTimeOffset At, string Text);
