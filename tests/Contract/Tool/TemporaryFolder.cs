namespace Cryptocardium.Contract.Tests.Tool;

/// <summary>A folder of one test, deleted after it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo root = System.IO.Directory.CreateTempSubdirectory("contract");

    public DirectoryInfo Directory(string name) => new(Path.Combine(root.FullName, name));

    public FileInfo Write(string name, string text)
    {
        var path = Path.Combine(root.FullName, name);
        File.WriteAllText(path, text);
        return new FileInfo(path);
    }

    public void Dispose() => root.Delete(recursive: true);
}
