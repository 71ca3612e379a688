using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cryptocardium.Tests;

/// <summary>Collects the log of the product, for tests that search it for content that must not be logged.</summary>
public sealed class CapturedLogs : ILoggerProvider, ILogger
{
    /// <summary>Arguments of the host that turn on every log level.</summary>
    public static readonly string[] Everything =
    [
        "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft=Trace",
        "--Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics=Trace",
    ];

    private readonly ConcurrentQueue<string> lines = new();

    /// <summary>Everything that was logged, exceptions included.</summary>
    public string Text => string.Join('\n', lines);

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => this;

    /// <inheritdoc/>
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => true;

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
