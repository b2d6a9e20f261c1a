using DealBot.Imaging.Images;
using DealBot.Imaging.Rasterizing;
using DealBot.Imaging.Rasterizing.Native;
using DealBot.Imaging.Rasterizing.Threads;

namespace DealBot.Imaging.Tests.Rasterizing;

/// <summary>Many drawings at a time, some of them called off. Counted, not timed.</summary>
public class LoadTests
{
    private const int Callers = 8;
    private const int Drawings = 800;

    [Test]
    public void Every_drawing_under_load_ends_in_a_picture_or_in_its_cancellation_and_leaves_no_handle()
    {
        var (drawn, cancelled) = (0, 0);
        var rasterizer = new LibrsvgRasterizer();

        Parallel.For(0, Drawings, new ParallelOptions { MaxDegreeOfParallelism = Callers }, i =>
        {
            var random = new Random(i);
            using var source = new CancellationTokenSource();
            if (i % 3 == 0)
                source.CancelAfter(TimeSpan.FromMilliseconds(random.Next(0, 20)));

            try
            {
                var jpeg = rasterizer.ToJpeg(Svg.Poster(random.Next(200)), new JpegOptions { Scale = 1 + (random.NextDouble() * 2) }, source.Token);
                Assert.That(ImageProbe.Read(jpeg), Is.Not.Null);
                Interlocked.Increment(ref drawn);
            }
            catch (OperationCanceledException) when (i % 3 == 0)
            {
                Interlocked.Increment(ref cancelled);
            }
        });

        Assert.That(drawn + cancelled, Is.EqualTo(Drawings));
        Assert.That(drawn, Is.GreaterThanOrEqualTo(Drawings * 2 / 3 - 1));
        // A drawing whose caller has gone ends by itself.
        Assert.That(() => OwnedHandle.Live, Is.Zero.After(60_000, 10));
    }

    [Test]
    public void Memory_does_not_grow_with_the_number_of_drawings()
    {
        var rasterizer = new LibrsvgRasterizer();
        DrawMany(rasterizer, 200);
        var before = MemoryInUse();

        DrawMany(rasterizer, 1000);

        Assert.That(MemoryInUse() - before, Is.LessThan(32 * 1024 * 1024));
    }

    [Test]
    public void A_caller_who_cancels_is_let_go_while_all_threads_are_busy()
    {
        using var source = new CancellationTokenSource();
        using var busy = new ManualResetEventSlim();
        using var started = new ManualResetEventSlim();
        var threads = new DrawingThreads(1, TimeSpan.FromSeconds(1));
        var first = Task.Run(() => threads.Run(
            _ =>
            {
                started.Set();
                busy.Wait(CancellationToken.None);
                return [1];
            },
            TimeSpan.FromMinutes(1),
            CancellationToken.None));
        started.Wait();

        var second = Task.Run(() => threads.Run(_ => [2], TimeSpan.FromMinutes(1), source.Token));
        source.Cancel();

        Assert.That(async () => await second, Throws.InstanceOf<OperationCanceledException>());
        busy.Set();
        Assert.That(first.GetAwaiter().GetResult(), Is.EqualTo(new byte[] { 1 }));
    }

    [Test]
    public void A_drawing_that_takes_longer_than_its_caller_waits_is_left_to_itself()
    {
        using var busy = new ManualResetEventSlim();
        var threads = new DrawingThreads(1, TimeSpan.FromSeconds(1));

        var drawn = threads.Run(
            _ =>
            {
                busy.Wait(CancellationToken.None);
                return [1];
            },
            TimeSpan.Zero,
            CancellationToken.None);
        busy.Set();

        Assert.That(drawn, Is.Null);
    }

    /// <summary>Without what the collector has not got round to give back: how much that is depends on the machine.</summary>
    private static long MemoryInUse()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return Environment.WorkingSet;
    }

    private static void DrawMany(LibrsvgRasterizer rasterizer, int count) =>
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => rasterizer.ToJpeg(Svg.Poster(i % 50), JpegOptions.Default));
}
