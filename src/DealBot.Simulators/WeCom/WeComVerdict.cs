namespace DealBot.Simulators.WeCom;

/// <summary>What becomes of one call: the code, and the message if it was accepted.</summary>
internal sealed record WeComVerdict(int ErrorCode, WeComReceived? Message = null, bool WrongJson = false);
