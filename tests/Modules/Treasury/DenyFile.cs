using Cryptocardium.Treasury.Addresses;

namespace Cryptocardium.Tests.Treasury;

/// <summary>A deny list in a file of its own, initially empty.</summary>
internal sealed class DenyFile : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    /// <summary>The argument of the host that names the file.</summary>
    public string Argument => $"--{DenyList.Key}={path}";

    public void Write(string text) => File.WriteAllText(path, text);

    public void Remove() => File.Delete(path);

    public void Dispose() => Remove();
}
