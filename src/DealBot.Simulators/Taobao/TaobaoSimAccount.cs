namespace DealBot.Simulators.Taobao;

/// <summary>One application of one member of Alimama, as the open platform knows it.</summary>
/// <param name="AppKey">Application key (app_key).</param>
/// <param name="AppSecret">The secret with which calls are signed.</param>
/// <param name="Pids">The member's positions, <c>mm_1_2_3</c>; the first part of all is the member.</param>
public sealed record TaobaoSimAccount(string AppKey, string AppSecret, params IReadOnlyList<string> Pids)
{
    /// <summary>Channels (relation_id) that the member has registered; none if channel management was not granted.</summary>
    public IReadOnlyList<string> RelationIds { get; init; } = [];

    /// <summary>Whether the application has the Taobaoke package. Default true.</summary>
    public bool HasPackage { get; init; } = true;

    /// <summary>Whether it may make command texts. Default true.</summary>
    public bool MayCreateCommands { get; init; } = true;
}
