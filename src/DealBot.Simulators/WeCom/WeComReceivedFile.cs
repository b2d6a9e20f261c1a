namespace DealBot.Simulators.WeCom;

/// <summary>A file that was uploaded.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record WeComReceivedFile(string Name, ReadOnlyMemory<byte> Bytes);
