namespace Holdfast.Journaling;

/// <summary>One folder on a disk: the journal's only way to the outside.</summary>
/// <remarks>
/// <para>Durability: creating, renaming and deleting a file is durable once a later <see cref="FlushDirectory"/> has
/// returned; before that a crash may undo it, but never half. The content of a file is durable as
/// <see cref="IDiskFile.Flush()"/> says.</para>
/// <para>Ordering: directory operations that were not flushed may be undone by a crash each by itself, in any order.</para>
/// <para>Threading: all members may be called from any thread; an implementation takes its own locks.</para>
/// <para>Failure: a failed <see cref="FlushDirectory"/> leaves the changes undecided until a later one succeeds. Any other failed operation throws <see cref="IOException"/>; what it was to change is then unknown until
/// the folder has been listed and read again.</para>
/// <para>Names are plain file names without a path.</para>
/// </remarks>
public interface IDisk
{
    /// <summary>A name for messages: the path of the folder.</summary>
    string Description { get; }

    /// <summary>
    /// The machine whose processes exclude one another by <see cref="Lock"/> for sure: what holds the lock on the same machine lives, and what does not is dead. A process
    /// of another machine may have lost the lock of a folder that several machines reach, and live. Default: all processes are of one machine.
    /// </summary>
    string Machine => string.Empty;

    /// <summary>The names of all files in the folder, in no particular order.</summary>
    IReadOnlyList<string> List();

    /// <summary>Opens a file that exists, for reading and writing.</summary>
    IDiskFile Open(string name);

    /// <summary>Creates an empty file for reading and writing; fails when the name is taken.</summary>
    IDiskFile Create(string name);

    /// <summary>Gives a file another name; fails when that name is taken. Open handles stay valid.</summary>
    void Rename(string from, string to);

    /// <summary>Gives a file another name, in place of the file that has it, if there is one: whoever looks, a crash too, finds the one or the other.</summary>
    void Replace(string from, string to);

    /// <summary>Removes a file.</summary>
    void Delete(string name);

    /// <summary>Makes all earlier creations, renames and deletions durable.</summary>
    void FlushDirectory();

    /// <summary>Takes the folder for this process alone until the result is disposed or the process ends, however it ends.</summary>
    /// <exception cref="JournalException">HF2001: another process or journal holds the folder.</exception>
    IDisposable Lock();
}
