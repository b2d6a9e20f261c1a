namespace DealBot.Simulators.WeComTask;

/// <summary>A customer group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Owner">User id of its owner.</param>
/// <param name="Members">How many members it has, the owner included.</param>
public sealed record WeComSimulatedChat(string Name, string Owner, int Members);
