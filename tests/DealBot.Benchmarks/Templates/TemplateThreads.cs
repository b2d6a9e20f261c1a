using System.Diagnostics;

namespace DealBot.Benchmarks.Templates;

/// <summary>The promo line on one thread and on two at once: what they share must not make them wait.</summary>
internal static class TemplateThreads
{
    private const int Rounds = 5;
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(1);

    public static void Run()
    {
        var promo = new PromoLine();
        List<double> single = [], twofold = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var (one, two) = (Rate(promo, threads: 1), Rate(promo, threads: 2));
            if (round > 0)
            {
                single.Add(one);
                twofold.Add(two);
            }
        }

        Figures.Print("templates, promo lines on one thread", Figures.Median(single));
        Figures.Print("templates, promo lines on two threads", Figures.Median(twofold));
        Figures.PrintRatio("  two threads / one", Figures.Median(twofold.Zip(single, (two, one) => two / one)));
    }

    private static double Rate(PromoLine promo, int threads)
    {
        var counts = new long[threads];
        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, threads).Select(index => new Thread(() => counts[index] = Count(promo, watch))).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static long Count(PromoLine promo, Stopwatch watch)
    {
        var count = 0L;
        while (watch.Elapsed < Stretch)
        {
            promo.DealBot();
            count++;
        }

        return count;
    }
}
