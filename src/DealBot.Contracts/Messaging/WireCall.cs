namespace DealBot.Contracts;

/// <summary>One call that sending a message would make.</summary>
/// <param name="Method">The verb, for example <c>POST</c>, or the name of the remote procedure.</param>
/// <param name="Address">Where to; secrets as <c>***</c>.</param>
/// <param name="Body">The body as text, byte by byte what is sent but for secrets (<c>***</c>), values that only the moment of sending gives, and
/// binary parts, which are told by their kind and size.</param>
public sealed record WireCall(string Method, string Address, string Body);
