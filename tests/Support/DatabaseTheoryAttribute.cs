using Xunit;
using Xunit.Sdk;

namespace Cryptocardium.Tests;

/// <summary>
/// A test that runs on both databases; its first parameter is the engine. Without a PostgreSQL server that half is reported as
/// skipped, never as passed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Cryptocardium.Tests.DatabaseTheoryDiscoverer", "Cryptocardium.Tests.Support")]
public sealed class DatabaseTheoryAttribute : TheoryAttribute;
