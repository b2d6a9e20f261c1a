namespace DealBot.Adapters.Tests.Wechaty.Real;

/// <summary>The same as against the simulator, against the software that the simulator imitates.</summary>
public sealed class RealPeerContractTests : MessagingAdapterContract
{
    private RealPeer? _peer;

    [OneTimeSetUp]
    public void StartPeer() => _peer = RealPeer.Start();

    [OneTimeTearDown]
    public void StopPeer() => _peer?.Dispose();

    protected override Task<AdapterStage> SetStageAsync() => Task.FromResult<AdapterStage>(new RealPeerStage(_peer!));
}
