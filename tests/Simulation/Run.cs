using System.Diagnostics;
using Cryptocardium.Kernel;
using Cryptocardium.Kernel.Data;
using Cryptocardium.Tests.Simulation.Events;
using Cryptocardium.Tests.Simulation.Model;
using Cryptocardium.Tests.Simulation.Replay;
using Microsoft.Extensions.DependencyInjection;

namespace Cryptocardium.Tests.Simulation;

/// <summary>
/// A run of one seed: a host, random events, and the model. After every event the new journals are replayed, and every
/// balance must match the model.
/// </summary>
internal sealed class Run : IAsyncDisposable
{
    private const int LookEvery = 10;
    private const int CompareAllEvery = 250;

    private readonly JournalReplay replay;

    private Run(int seed, TestHost host, JournalReplay replay)
    {
        this.replay = replay;
        Seed = seed;
        Host = host;
        Dice = new Dice(seed);
        World = new World { Now = host.Clock.GetUtcNow() };
        Caller = new Caller(host, Dice);
    }

    public int Seed { get; }

    /// <summary>The number of the current event, from one.</summary>
    public int Step { get; private set; }

    public TestHost Host { get; }

    public Dice Dice { get; }

    public World World { get; }

    public Caller Caller { get; }

    public IEnumerable<string> Trace => Caller.Trace;

    /// <summary>Runs all events of a seed.</summary>
    /// <param name="engine">The database.</param>
    /// <param name="seed">The seed of all randomness.</param>
    /// <param name="events">The number of events. A longer run starts with the events of a shorter one.</param>
    /// <param name="replace">Replaces services of the product.</param>
    /// <returns>A summary line.</returns>
    /// <exception cref="Disagreement">Product and model disagree.</exception>
    public static async Task<string> Play(Engine engine, int seed, int events, Action<IServiceCollection>? replace = null)
    {
        await using var host = await TestHost.Start(
            engine,
            services =>
            {
                services.AddSingleton<IdSource>(provider => new SeededIds(provider.GetRequiredService<TimeProvider>(), seed));
                replace?.Invoke(services);
            },
            [
                $"--Treasury:DenyList={SourceTree.At("tests", "Simulation", "denied.txt")}",
                .. Chains.All.Select(chain => $"--Treasury:NetworkFeeUsd:{chain}={Money.Text(Chains.NetworkFee(chain))}"),
            ]);
        await using var run = new Run(seed, host, await JournalReplay.Open(host.Database));
        var watch = Stopwatch.StartNew();
        await run.Check("start", run.Start);
        while (run.Step < events)
        {
            run.Step++;
            await run.Fire();
        }

        await run.Check("end", run.End);
        return FormattableString.Invariant(
            $"seed {seed} on {engine}: {events} events, {run.replay.Journals} journals, {events / watch.Elapsed.TotalSeconds:0} events a second");
    }

    public async ValueTask DisposeAsync()
    {
        Caller.Dispose();
        await replay.DisposeAsync();
    }

    /// <summary>Advances the clock of the product and of the model.</summary>
    public void Advance(TimeSpan by)
    {
        Host.Clock.Advance(by);
        World.Now = Host.Clock.GetUtcNow();
    }

    private async Task Start()
    {
        World.Open();
        await Host.RunJobs();
        await Compare();
    }

    // Draws until an event is applicable: a card cannot be loaded before there is one.
    private async Task Fire()
    {
        SimulatedEvent drawn;
        bool happened;
        do
        {
            drawn = AllEvents.Draw(Dice);
            happened = false;
            await Check(drawn.Name, async () => happened = await drawn.Fire(this));
        }
        while (!happened);
        await Check(drawn.Name, Compare);
        if (Step % LookEvery == 0)
        {
            await Check(drawn.Name, () => Look.AtSomething(this));
        }

        if (Step % CompareAllEvery == 0)
        {
            await Check(drawn.Name, CompareAll);
        }
    }

    private async Task End()
    {
        await CompareAll();
        await Look.AtEverything(this);
        Assert.Equal(replay.Journals, await BooksAudit.Check(Host.Database));
        await Reconcile();
        Assert.DoesNotContain("Exception", Host.Logs.Text, StringComparison.Ordinal);
    }

    // The product reconciles its books with its own rows, events and chains. Whatever customers simulated, nothing may be reported.
    private async Task Reconcile()
    {
        await Host.RunJobs();
        Jobs.Run(World);
        await Compare();
        var before = Host.Logs.Text.Length;
        await Host.RunJobs();

        Assert.DoesNotContain("The books do not agree", Host.Logs.Text[before..], StringComparison.Ordinal);
        Assert.Equal(0, Host.Reconciliation.Discrepancies);
    }

    private async Task Compare() => Compare((await replay.CatchUp()).Concat(World.Books.TakeTouched()));

    private Task CompareAll()
    {
        Compare(replay.Codes.Concat(World.Books.Codes));
        return Task.CompletedTask;
    }

    private void Compare(IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            Assert.True(
                replay.Of(code) == World.Books.Of(code),
                $"{code} is {replay.Of(code)} micro-dollars in the books; the model says {World.Books.Of(code)}.");
        }
    }

    private async Task Check(string name, Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (Exception exception) when (exception is not Disagreement)
        {
            throw new Disagreement(this, name, exception);
        }
    }
}
