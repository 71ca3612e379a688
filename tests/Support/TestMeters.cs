using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Cryptocardium.Tests;

/// <summary>Creates meters as a host does and records their measurements.</summary>
public sealed class TestMeters : IMeterFactory
{
    private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> measured = new();
    private readonly MeterListener listener = new();

    /// <summary>Listens to all meters that this factory creates.</summary>
    public TestMeters()
    {
        listener.InstrumentPublished = (instrument, all) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, this))
            {
                all.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    /// <inheritdoc/>
    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        return new Meter(options);
    }

    /// <summary>All measurements of an instrument.</summary>
    public IReadOnlyList<double> Of(string instrument) => [.. Of(instrument, _ => true)];

    /// <summary>Measurements with exactly these tags: <c>key=value</c>, separated by commas.</summary>
    public IReadOnlyList<double> Of(string instrument, string tags) => [.. Of(instrument, each => each == tags)];

    /// <summary>The current value of an observable instrument.</summary>
    public double Now(string instrument)
    {
        listener.RecordObservableInstruments();
        return Of(instrument)[^1];
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private IEnumerable<double> Of(string instrument, Func<string, bool> isMeant) =>
        measured.Where(each => each.Instrument == instrument && isMeant(each.Tags)).Select(each => each.Value);

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue((instrument.Name, value, string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
