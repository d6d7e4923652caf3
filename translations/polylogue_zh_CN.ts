<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>app::About</name>
    <message>
        <source>About Polylogue</source>
        <translation>关于 Polylogue</translation>
    </message>
    <message>
        <source>&lt;b&gt;Polylogue %1&lt;/b&gt;&lt;p&gt;A workbench for multimodal language: talking videos with their computational sequences on one timeline, alignment and fusion models live.&lt;/p&gt;&lt;p&gt;Free software under the GNU GPL, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Polylogue %1&lt;/b&gt;&lt;p&gt;多模态语言工作台：说话视频及其计算序列共处一条时间线，对齐与融合模型实时运行。&lt;/p&gt;&lt;p&gt;自由软件，遵循 GNU GPL 第 3 版或更高版本。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Parts that learnt from people, each with its licence beside it: expression (votes of FER+: MIT), valence (VADER: MIT, Apache-2.0), arousal (EmoDB: CC0), word vectors (GloVe: PDDL), points of a face (MediaPipe: Apache-2.0), their sum (votes of CREMA-D: ODbL).&lt;/p&gt;</source>
        <translation>&lt;p&gt;从真人学习的部件，各自的许可证在其旁边：表情（FER+ 的投票：MIT）、效价（VADER：MIT、Apache-2.0）、激动程度（EmoDB：CC0）、词向量（GloVe：PDDL）、面部点（MediaPipe：Apache-2.0）、它们的汇总（CREMA-D 的投票：ODbL）。&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>app::Actions</name>
    <message>
        <source>&amp;Open files…</source>
        <translation>打开文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open the &amp;demo</source>
        <translation>打开演示(&amp;D)</translation>
    </message>
    <message>
        <source>Open the demo’s &amp;conversation</source>
        <translation>打开演示对话(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save a copy…</source>
        <translation>保存副本(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Restore version…</source>
        <translation>恢复版本(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Merge another copy…</source>
        <translation>合并另一副本(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Collect files…</source>
        <translation>收集文件(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Export words as csd…</source>
        <translation>将词导出为 csd(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Picture of the timeline…</source>
        <translation>时间线图片(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Play &amp;segment or selection</source>
        <translation>播放片段或选区(&amp;S)</translation>
    </message>
    <message>
        <source>Play &amp;around the playhead</source>
        <translation>播放播放头附近(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation>循环(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>加快(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Normal speed</source>
        <translation>正常速度(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Mute the sound</source>
        <translation>静音(&amp;M)</translation>
    </message>
    <message>
        <source>One frame &amp;back</source>
        <translation>后退一帧(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Go to time, frame or segment…</source>
        <translation>转到时间、帧或片段(&amp;G)…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Zoom to the &amp;whole file</source>
        <translation>缩放到整个文件(&amp;W)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste at the playhead</source>
        <translation>粘贴到播放头处(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;all of the tier</source>
        <translation>全选该标注层(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Merge with the next</source>
        <translation>与下一个合并(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;New from selection or playhead</source>
        <translation>从选区或播放头新建(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;End at the playhead</source>
        <translation>终点设到播放头(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Choose start or end</source>
        <translation>选择起点或终点(&amp;O)</translation>
    </message>
    <message>
        <source>Sentiment −&amp;3</source>
        <translation>情感 −&amp;3</translation>
    </message>
    <message>
        <source>Sentiment −&amp;2</source>
        <translation>情感 −&amp;2</translation>
    </message>
    <message>
        <source>Sentiment −&amp;1</source>
        <translation>情感 −&amp;1</translation>
    </message>
    <message>
        <source>Sentiment &amp;0</source>
        <translation>情感 &amp;0</translation>
    </message>
    <message>
        <source>&amp;No sentiment</source>
        <translation>无情感值(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Annotator…</source>
        <translation>标注者(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Apply to this video</source>
        <translation>应用到此视频(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Revert this video</source>
        <translation>还原此视频(&amp;R)</translation>
    </message>
    <message>
        <source>Show aligned &amp;rows</source>
        <translation>显示对齐后的行(&amp;S)</translation>
    </message>
    <message>
        <source>Show &amp;imputed values</source>
        <translation>显示插补值(&amp;I)</translation>
    </message>
    <message>
        <source>Show &amp;coverage ribbons</source>
        <translation>显示覆盖条带(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the recipe as &amp;command</source>
        <translation>将配方复制为命令(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Save the recipe…</source>
        <translation>保存配方(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Open a recipe…</source>
        <translation>打开配方(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Predict this segment</source>
        <translation>预测此片段(&amp;P)</translation>
    </message>
    <message>
        <source>Model uses &amp;text</source>
        <translation>模型使用文本(&amp;T)</translation>
    </message>
    <message>
        <source>Model uses &amp;sound</source>
        <translation>模型使用声音(&amp;S)</translation>
    </message>
    <message>
        <source>Model uses &amp;vision</source>
        <translation>模型使用画面(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Open model…</source>
        <translation>打开模型(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>浏览(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>对齐(&amp;A)</translation>
    </message>
    <message>
        <source>Reset the la&amp;yout</source>
        <translation>重置布局(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Find in the library</source>
        <translation>在视频库中查找(&amp;I)</translation>
    </message>
    <message>
        <source>Find on the &amp;timeline</source>
        <translation>在时间线上查找(&amp;B)</translation>
    </message>
    <message>
        <source>Show the &amp;inspector</source>
        <translation>显示检查器(&amp;C)</translation>
    </message>
    <message>
        <source>Show the &amp;alignment</source>
        <translation>显示对齐(&amp;L)</translation>
    </message>
    <message>
        <source>Show the &amp;prediction</source>
        <translation>显示预测(&amp;R)</translation>
    </message>
    <message>
        <source>Show the &amp;history</source>
        <translation>显示历史(&amp;B)</translation>
    </message>
    <message>
        <source>Show the &amp;space of segments</source>
        <translation>显示片段空间(&amp;F)</translation>
    </message>
    <message>
        <source>Show the s&amp;tatistics</source>
        <translation>显示统计(&amp;J)</translation>
    </message>
    <message>
        <source>Show the &amp;table</source>
        <translation>显示表格(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Run a command…</source>
        <translation>运行命令(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Help pages</source>
        <translation>帮助页面(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Look around</source>
        <translation>快速导览(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About Polylogue</source>
        <translation>关于 Polylogue(&amp;A)</translation>
    </message>
    <message>
        <source>Export se&amp;lection…</source>
        <translation>导出选区(&amp;L)…</translation>
    </message>
    <message>
        <source>Save &amp;frame…</source>
        <translation>保存当前帧(&amp;A)…</translation>
    </message>
    <message>
        <source>Picture on the &amp;whole screen</source>
        <translation>全屏显示画面(&amp;P)</translation>
    </message>
    <message>
        <source>Export annotati&amp;on…</source>
        <translation>导出标注(&amp;N)…</translation>
    </message>
    <message>
        <source>Edit the tier a&amp;bove</source>
        <translation>编辑上方标注层(&amp;K)</translation>
    </message>
    <message>
        <source>Edit the tier belo&amp;w</source>
        <translation>编辑下方标注层(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>注释(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Flag</source>
        <translation>标记(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Begin or go on with a pass…</source>
        <translation>开始或继续一轮(&amp;B)…</translation>
    </message>
    <message>
        <source>C&amp;ommit and go to the next</source>
        <translation>提交并转到下一个(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Play the segment again</source>
        <translation>再次播放片段(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Show what others said</source>
        <translation>显示他人的判断(&amp;S)</translation>
    </message>
    <message>
        <source>Report of the re&amp;view…</source>
        <translation>复查报告(&amp;V)…</translation>
    </message>
    <message>
        <source>Export labels as csd…</source>
        <translation>将标签导出为 csd…</translation>
    </message>
    <message>
        <source>&amp;Leave the pass</source>
        <translation>离开本轮(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Record a rating, or stop</source>
        <translation>录制评分或停止(&amp;R)</translation>
    </message>
    <message>
        <source>Show the revie&amp;w</source>
        <translation>显示复查(&amp;K)</translation>
    </message>
    <message>
        <source>Panels over the full hei&amp;ght</source>
        <translation>面板占满高度(&amp;P)</translation>
    </message>
    <message>
        <source>Show the transcript</source>
        <translation>显示转写文本</translation>
    </message>
    <message>
        <source>Li&amp;ve…</source>
        <translation>实时(&amp;I)…</translation>
    </message>
    <message>
        <source>Write tensors…</source>
        <translation>写出张量…</translation>
    </message>
    <message>
        <source>&amp;Raters and consensus…</source>
        <translation>标注者与共识(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Card of the model…</source>
        <translation>模型卡片(&amp;C)…</translation>
    </message>
    <message>
        <source>Apply to all &amp;videos</source>
        <translation>应用到所有视频(&amp;L)</translation>
    </message>
    <message>
        <source>Copy the recipe as &amp;Python</source>
        <translation>将配方复制为 Python(&amp;Y)</translation>
    </message>
    <message>
        <source>Tensors: npz, h5</source>
        <translation>张量: npz、h5</translation>
    </message>
    <message>
        <source>Show the &amp;next camera</source>
        <translation>显示下一个机位(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Add a camera…</source>
        <translation>添加机位(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Camera offset…</source>
        <translation>机位偏移(&amp;V)…</translation>
    </message>
    <message>
        <source>C&amp;omplete this tier…</source>
        <translation>补全此标注层(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Annotation: ELAN, Praat, CSV and others</source>
        <translation>标注: ELAN、Praat、CSV 等</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Words: csd</source>
        <translation>词: csd</translation>
    </message>
    <message>
        <source>Selection: a clip with its rows</source>
        <translation>选区: 片段及其数据行</translation>
    </message>
    <message>
        <source>Seq&amp;uences…</source>
        <translation>序列(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Faces on the picture</source>
        <translation>画面上的人脸(&amp;F)</translation>
    </message>
    <message>
        <source>Who is &amp;seen and heard…</source>
        <translation>谁在画面和声音中(&amp;W)…</translation>
    </message>
    <message>
        <source>Sent&amp;iment +1</source>
        <translation>情感 +1(&amp;S)</translation>
    </message>
    <message>
        <source>Senti&amp;ment +2</source>
        <translation>情感 +2(&amp;T)</translation>
    </message>
    <message>
        <source>Sentimen&amp;t +3</source>
        <translation>情感 +3(&amp;I)</translation>
    </message>
    <message>
        <source>One step mo&amp;re</source>
        <translation>增加一级(&amp;O)</translation>
    </message>
    <message>
        <source>One step &amp;less</source>
        <translation>减少一级(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Other labels by letters</source>
        <translation>用字母选择其他标签(&amp;E)</translation>
    </message>
    <message>
        <source>Confidence &amp;low</source>
        <translation>置信度低(&amp;O)</translation>
    </message>
    <message>
        <source>Confidence &amp;medium</source>
        <translation>置信度中(&amp;N)</translation>
    </message>
    <message>
        <source>Confidence &amp;high</source>
        <translation>置信度高(&amp;I)</translation>
    </message>
    <message>
        <source>Label &amp;while playing</source>
        <translation>边播放边标注(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Reaction delay…</source>
        <translation>反应延迟(&amp;Y)…</translation>
    </message>
    <message>
        <source>&amp;Learn while labelling</source>
        <translation>边标注边学习(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Fetch a standard dataset…</source>
        <translation>获取标准数据集(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Folder of the clips…</source>
        <translation>短片文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>All files: collected in one folder</source>
        <translation>全部文件: 收集到一个文件夹</translation>
    </message>
    <message>
        <source>&amp;Subtitles</source>
        <translation>字幕(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;how the picture</source>
        <translation>显示画面(&amp;I)</translation>
    </message>
    <message>
        <source>Picture in a window of its &amp;own</source>
        <translation>在独立窗口中显示画面(&amp;N)</translation>
    </message>
    <message>
        <source>Picture: this frame as png</source>
        <translation>画面: 当前帧 png</translation>
    </message>
    <message>
        <source>&amp;Play sound</source>
        <translation>播放声音(&amp;Y)</translation>
    </message>
    <message>
        <source>What sounds and looks &amp;alike…</source>
        <translation>听起来和看起来相似的(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Next that is not done</source>
        <translation>下一个未完成的片段(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Unlock these answers, or lock…</source>
        <translation>解锁或锁定这些回答(&amp;U)…</translation>
    </message>
    <message>
        <source>&amp;Find suspicious labels…</source>
        <translation>查找可疑标签(&amp;F)…</translation>
    </message>
    <message>
        <source>Share out the &amp;work…</source>
        <translation>分配工作(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Make this a gold item…</source>
        <translation>设为金标准片段(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Take the gold item away</source>
        <translation>取消金标准片段(&amp;T)</translation>
    </message>
    <message>
        <source>Labels: csd</source>
        <translation>标签: csd</translation>
    </message>
    <message>
        <source>Report of the review: html, csv</source>
        <translation>复查报告: html、csv</translation>
    </message>
    <message>
        <source>&amp;Make labelled segments…</source>
        <translation>创建带标签的片段(&amp;K)…</translation>
    </message>
    <message>
        <source>C&amp;hange many segments…</source>
        <translation>批量修改片段(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;New tier…</source>
        <translation>新建标注层(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Tier and its labels…</source>
        <translation>标注层及其标签(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Copy the tier…</source>
        <translation>复制标注层(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Delete the tier</source>
        <translation>删除标注层(&amp;D)</translation>
    </message>
    <message>
        <source>Use as &amp;words</source>
        <translation>用作词语(&amp;U)</translation>
    </message>
    <message>
        <source>Use as &amp;labelled segments</source>
        <translation>用作带标签的片段(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fuse continuous ratings…</source>
        <translation>合并连续评分(&amp;F)…</translation>
    </message>
    <message>
        <source>Loop s&amp;egment or selection</source>
        <translation>循环片段或选区(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>减慢(&amp;W)</translation>
    </message>
    <message>
        <source>One frame &amp;forward</source>
        <translation>前进一帧(&amp;E)</translation>
    </message>
    <message>
        <source>One &amp;second back</source>
        <translation>后退一秒(&amp;O)</translation>
    </message>
    <message>
        <source>One second f&amp;orward</source>
        <translation>前进一秒(&amp;N)</translation>
    </message>
    <message>
        <source>Previous &amp;word edge</source>
        <translation>上一个词边界(&amp;P)</translation>
    </message>
    <message>
        <source>Next wo&amp;rd edge</source>
        <translation>下一个词边界(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Previous segment</source>
        <translation>上一个片段(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next segment</source>
        <translation>下一个片段(&amp;T)</translation>
    </message>
    <message>
        <source>One s&amp;creen back</source>
        <translation>后退一屏(&amp;S)</translation>
    </message>
    <message>
        <source>One scr&amp;een forward</source>
        <translation>前进一屏(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;To the start</source>
        <translation>到开头(&amp;H)</translation>
    </message>
    <message>
        <source>To the en&amp;d</source>
        <translation>到结尾(&amp;D)</translation>
    </message>
    <message>
        <source>P&amp;revious video</source>
        <translation>上一个视频(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next video</source>
        <translation>下一个视频(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Zoom to segment or selection</source>
        <translation>缩放到片段或选区(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Split at the playhead</source>
        <translation>在播放头处拆分(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Edit the text…</source>
        <translation>编辑文本(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Start at the playhead</source>
        <translation>起点设到播放头(&amp;H)</translation>
    </message>
    <message>
        <source>Edge &amp;one frame earlier</source>
        <translation>边界提前一帧(&amp;E)</translation>
    </message>
    <message>
        <source>Edge one &amp;frame later</source>
        <translation>边界推后一帧(&amp;D)</translation>
    </message>
    <message>
        <source>Edge &amp;ten frames earlier</source>
        <translation>边界提前十帧(&amp;G)</translation>
    </message>
    <message>
        <source>Edge ten frames &amp;later</source>
        <translation>边界推后十帧(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Move one frame earlier</source>
        <translation>前移一帧(&amp;M)</translation>
    </message>
    <message>
        <source>Mo&amp;ve one frame later</source>
        <translation>后移一帧(&amp;V)</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>查找上一个(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Select nothing</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Snap</source>
        <translation>吸附(&amp;N)</translation>
    </message>
    <message>
        <source>Timeline: svg, pdf, png</source>
        <translation>时间线: svg、pdf、png</translation>
    </message>
    <message>
        <source>T&amp;rain and compare…</source>
        <translation>训练与比较(&amp;T)…</translation>
    </message>
    <message>
        <source>Align the &amp;words of this video</source>
        <translation>对齐此视频的词(&amp;I)</translation>
    </message>
    <message>
        <source>Re-align this s&amp;tretch</source>
        <translation>重新对齐这一段(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Next doubtful word</source>
        <translation>下一个存疑的词(&amp;N)</translation>
    </message>
    <message>
        <source>A&amp;ccept words as they are</source>
        <translation>按原样接受词(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next word without times</source>
        <translation>下一个没有时间的词(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Word without times begins at the playhead</source>
        <translation>无时间的词从播放头处开始(&amp;W)</translation>
    </message>
    <message>
        <source>Words lie where they are &amp;said</source>
        <translation>词位于其说出的位置(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Previous doubtful word</source>
        <translation>上一个存疑的词(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Load a text…</source>
        <translation>加载文本(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>复查(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Transcribe</source>
        <translation>转写(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>数据集(&amp;D)</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>Compare two trainings…</source>
        <translation>比较两次训练…</translation>
    </message>
    <message>
        <source>Make a label of its te&amp;xts</source>
        <translation>用其文本作标签(&amp;X)</translation>
    </message>
    <message>
        <source>Train a&amp;gain with the labels as they are now</source>
        <translation>用现在的标签重新训练(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Take the text beside the recording</source>
        <translation>采用录像旁的文本(&amp;T)</translation>
    </message>
    <message>
        <source>Export annotation of &amp;all videos…</source>
        <translation>导出所有视频的标注…(&amp;A)</translation>
    </message>
    <message>
        <source>All annotation: a folder of files, or one table</source>
        <translation>全部标注: 一个文件夹，或一个表格</translation>
    </message>
    <message>
        <source>Picture of a pa&amp;nel…</source>
        <translation>面板的图片…(&amp;N)</translation>
    </message>
    <message>
        <source>Panel: Why, statistics, plots</source>
        <translation>面板: 为什么、统计、图</translation>
    </message>
    <message>
        <source>&amp;Render to video…</source>
        <translation>渲染为视频…(&amp;R)</translation>
    </message>
    <message>
        <source>Video: picture and timeline as mp4</source>
        <translation>视频: 画面与时间线，mp4</translation>
    </message>
    <message>
        <source>&amp;Diagnosis…</source>
        <translation>诊断(&amp;D)…</translation>
    </message>
    <message>
        <source>Show what was &amp;noted…</source>
        <translation>显示所记录的内容(&amp;N)…</translation>
    </message>
    <message>
        <source>Record a &amp;script</source>
        <translation>录制脚本(&amp;S)</translation>
    </message>
    <message>
        <source>Pu&amp;blish…</source>
        <translation>发布(&amp;B)…</translation>
    </message>
    <message>
        <source>Plan the stu&amp;dy…</source>
        <translation>规划研究(&amp;D)…</translation>
    </message>
    <message>
        <source>Measure the model’s &amp;influence…</source>
        <translation>测量模型的影响(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Segments…</source>
        <translation>片段(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;What is still open…</source>
        <translation>还有什么未定(&amp;W)…</translation>
    </message>
    <message>
        <source>De-identif&amp;y…</source>
        <translation>隐藏人物(&amp;Y)…</translation>
    </message>
    <message>
        <source>Erase a perso&amp;n…</source>
        <translation>删除一个人(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Next turn</source>
        <translation>下一个话轮(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous turn</source>
        <translation>上一个话轮(&amp;P)</translation>
    </message>
    <message>
        <source>Next p&amp;articipant</source>
        <translation>下一位参与者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Offset and drift of a recording…</source>
        <translation>录制的偏移与漂移(&amp;O)…</translation>
    </message>
    <message>
        <source>Segments of &amp;turns…</source>
        <translation>由话轮生成片段(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Who speaks</source>
        <translation>谁在说话(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Synchrony</source>
        <translation>同步性(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Conversation</source>
        <translation>对话(&amp;C)</translation>
    </message>
    <message>
        <source>Show the con&amp;versation</source>
        <translation>显示对话(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Keep these turns as tiers</source>
        <translation>将这些话轮保留为标注层(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Hear only who is in hand</source>
        <translation>只听当前参与者(&amp;H)</translation>
    </message>
    <message>
        <source>Na&amp;mes in the picture</source>
        <translation>画面中的姓名(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Follow the speaker</source>
        <translation>跟随说话者(&amp;F)</translation>
    </message>
</context>
<context>
    <name>app::AgreementText</name>
    <message>
        <source>Krippendorff&apos;s α</source>
        <translation>Krippendorff α</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ</source>
        <translation>Cohen κ</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ, linear weights</source>
        <translation>Cohen κ，线性加权</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ, quadratic weights</source>
        <translation>Cohen κ，二次加权</translation>
    </message>
    <message>
        <source>Fleiss&apos; κ</source>
        <translation>Fleiss κ</translation>
    </message>
    <message>
        <source>CCC, mean of the videos</source>
        <translation>CCC，各视频均值</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>nominal metric</source>
        <translation>名义度量</translation>
    </message>
    <message>
        <source>ordinal metric</source>
        <translation>序数度量</translation>
    </message>
    <message>
        <source>interval metric</source>
        <translation>区间度量</translation>
    </message>
    <message>
        <source>ratio metric</source>
        <translation>比率度量</translation>
    </message>
    <message>
        <source>too many different values for an interval</source>
        <translation>不同的值过多，不给出置信区间</translation>
    </message>
    <message>
        <source>unweighted</source>
        <translation>不加权</translation>
    </message>
    <message>
        <source>linear weights</source>
        <translation>线性权重</translation>
    </message>
    <message>
        <source>quadratic weights</source>
        <translation>二次权重</translation>
    </message>
    <message>
        <source>the same number of ratings for every unit</source>
        <translation>每个单元的评分数相同</translation>
    </message>
    <message>
        <source>one-way random</source>
        <translation>单因素随机</translation>
    </message>
    <message>
        <source>two-way random</source>
        <translation>双因素随机</translation>
    </message>
    <message>
        <source>two-way mixed</source>
        <translation>双因素混合</translation>
    </message>
    <message>
        <source>absolute agreement</source>
        <translation>绝对一致</translation>
    </message>
    <message>
        <source>consistency</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>single rater</source>
        <translation>单个评分者</translation>
    </message>
    <message>
        <source>mean of the raters</source>
        <translation>评分者均值</translation>
    </message>
    <message>
        <source>mean of the raters (Cronbach&apos;s alpha)</source>
        <translation>评分者均值（Cronbach α）</translation>
    </message>
    <message>
        <source>all frames as one trace</source>
        <translation>所有帧连成一条曲线</translation>
    </message>
    <message>
        <source>mean of the videos&apos; own</source>
        <translation>各视频自身值的均值</translation>
    </message>
    <message>
        <source>mean offset to the mean of the others</source>
        <translation>与他人均值的平均偏移</translation>
    </message>
    <message>
        <source>of all own ratings</source>
        <translation>所有自己的评分</translation>
    </message>
    <message>
        <source>divided by their number</source>
        <translation>除以其数目</translation>
    </message>
    <message>
        <source>The numbers are too large to be calculated with.</source>
        <translation>数值过大，无法计算。</translation>
    </message>
    <message>
        <source>The ratings are names of categories, which have no place on a scale as the {} metric needs it.</source>
        <translation>评分是类别名称，没有 {} 度量所需的尺度位置。</translation>
    </message>
    <message>
        <source>No unit has two ratings.</source>
        <translation>没有单元有两个评分。</translation>
    </message>
    <message>
        <source>All {} ratings are {}, so that no disagreement is to be expected.</source>
        <translation>全部 {} 个评分都是 {}，因此没有可期望的分歧。</translation>
    </message>
    <message>
        <source>The ratio metric needs a scale that begins at 0; there are ratings below it.</source>
        <translation>比率度量需要从 0 开始的尺度；有低于 0 的评分。</translation>
    </message>
    <message>
        <source>No unit was rated by both.</source>
        <translation>没有单元被两人都评过。</translation>
    </message>
    <message>
        <source>Both said {} of every unit, so that no disagreement is to be expected.</source>
        <translation>两人对每个单元都评为 {}，因此没有可期望的分歧。</translation>
    </message>
    <message>
        <source>The ratings are names of categories, between which there are no distances.</source>
        <translation>评分是类别名称，类别之间没有距离。</translation>
    </message>
    <message>
        <source>More than {} different values are measurements, no categories: use alpha, ICC or CCC.</source>
        <translation>超过 {} 个不同的值是测量值而非类别：请用 α、ICC 或 CCC。</translation>
    </message>
    <message>
        <source>There are no ratings.</source>
        <translation>没有评分。</translation>
    </message>
    <message>
        <source>The units have {} to {} ratings; this needs the same number for each. Alpha does not.</source>
        <translation>各单元有 {} 至 {} 个评分；此指标要求数目相同，α 则不要求。</translation>
    </message>
    <message>
        <source>All ratings are {}, so that no disagreement is to be expected.</source>
        <translation>所有评分都是 {}，因此没有可期望的分歧。</translation>
    </message>
    <message>
        <source>The ratings are names of categories, which have no variance.</source>
        <translation>评分是类别名称，没有方差。</translation>
    </message>
    <message>
        <source>There are fewer than two raters.</source>
        <translation>评分者少于两位。</translation>
    </message>
    <message>
        <source>Fewer than two units were rated by all {} raters.</source>
        <translation>被全部 {} 名评分者评过的单元少于两个。</translation>
    </message>
    <message>
        <source>All ratings are equal, so that there is no variance.</source>
        <translation>所有评分相同，因此没有方差。</translation>
    </message>
    <message>
        <source>The units do not differ more than by chance: the variance that it divides by is not above 0.</source>
        <translation>各单元的差异不超过偶然：作为除数的方差不大于 0。</translation>
    </message>
    <message>
        <source>No frame was rated by both.</source>
        <translation>没有帧被两人都评过。</translation>
    </message>
    <message>
        <source>Both are constant.</source>
        <translation>两者都是常数。</translation>
    </message>
    <message>
        <source>No video has a value.</source>
        <translation>没有视频有值。</translation>
    </message>
    <message>
        <source>The ratings are names of categories, which have no mean.</source>
        <translation>评分是类别名称，没有均值。</translation>
    </message>
    <message>
        <source>Nobody else rated what this rater rated.</source>
        <translation>此评分者评过的内容没有别人评过。</translation>
    </message>
    <message>
        <source>This rater rated nothing.</source>
        <translation>此评分者什么也没评。</translation>
    </message>
    <message>
        <source>units with fewer than two ratings</source>
        <translation>个单元的评分少于两个</translation>
    </message>
    <message>
        <source>units not rated by both</source>
        <translation>个单元未被两人都评过</translation>
    </message>
    <message>
        <source>units without ratings</source>
        <translation>个单元没有评分</translation>
    </message>
    <message>
        <source>units not rated by all</source>
        <translation>个单元未被所有人评过</translation>
    </message>
    <message>
        <source>raters without ratings</source>
        <translation>名评分者没有评分</translation>
    </message>
    <message>
        <source>frames not rated by both</source>
        <translation>帧未被两人都评过</translation>
    </message>
    <message>
        <source>videos without a value</source>
        <translation>个视频没有值</translation>
    </message>
    <message>
        <source>units that only this rater rated</source>
        <translation>个单元只有此评分者评过</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>无定义</translation>
    </message>
    <message>
        <source> [%1, %2]</source>
        <translation> [%1, %2]</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s)</source>
        <translation>
            <numerusform>%n 个单元</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s)</source>
        <translation>
            <numerusform>%n 名评分者</numerusform>
        </translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>已略去：%1</translation>
    </message>
    <message>
        <source>sets metric</source>
        <translation>集合度量</translation>
    </message>
    <message>
        <source>The ratings are numbers, and no sets of terms.</source>
        <translation>评分是数字，不是术语集合。</translation>
    </message>
    <message>
        <source>Unitizing uα</source>
        <translation>单元化 uα</translation>
    </message>
    <message>
        <source>Unitizing uα, marked or not</source>
        <translation>单元化 uα，是否标注</translation>
    </message>
    <message>
        <source>Unitizing cuα, of names</source>
        <translation>单元化 cuα，名称</translation>
    </message>
    <message>
        <source>Boundary similarity B</source>
        <translation>边界相似度 B</translation>
    </message>
    <message>
        <source>Boundary similarity π</source>
        <translation>边界相似度 π</translation>
    </message>
    <message>
        <source>A boundary at every place.</source>
        <translation>每个位置都有边界。</translation>
    </message>
    <message>
        <source>All that both marked has one name.</source>
        <translation>两人都标注的部分只有一个名称。</translation>
    </message>
    <message>
        <source>Both always say one and the same.</source>
        <translation>两人总是给出同一个回答。</translation>
    </message>
    <message>
        <source>Fewer than two raters.</source>
        <translation>评分者少于两位。</translation>
    </message>
    <message>
        <source>Never marked by two at once.</source>
        <translation>从未同时被两人标注。</translation>
    </message>
    <message>
        <source>No disagreement is to be expected.</source>
        <translation>预期没有分歧。</translation>
    </message>
    <message>
        <source>No disorder is to be expected.</source>
        <translation>预期没有无序。</translation>
    </message>
    <message>
        <source>No two raters marked the same moment.</source>
        <translation>没有两位评分者标注同一时刻。</translation>
    </message>
    <message>
        <source>No video is longer than one place.</source>
        <translation>没有视频长于一个位置。</translation>
    </message>
    <message>
        <source>No video was done by all raters.</source>
        <translation>没有视频由所有评分者完成。</translation>
    </message>
    <message>
        <source>No video was marked by two raters.</source>
        <translation>没有视频被两位评分者标注。</translation>
    </message>
    <message>
        <source>Nobody marked anything.</source>
        <translation>没有人标注任何内容。</translation>
    </message>
    <message>
        <source>Nobody set a boundary.</source>
        <translation>没有人设置边界。</translation>
    </message>
    <message>
        <source>Points have no length.</source>
        <translation>点没有长度。</translation>
    </message>
    <message>
        <source>Segments of {} overlap. Gamma takes overlaps.</source>
        <translation>{} 的片段相互重叠。Gamma 允许重叠。</translation>
    </message>
    <message>
        <source>Segments of {} reach beyond the video.</source>
        <translation>{} 的片段超出视频。</translation>
    </message>
    <message>
        <source>videos with one rater</source>
        <translation>只有一位评分者的视频</translation>
    </message>
    <message>
        <source>videos that not all raters did</source>
        <translation>并非所有评分者都完成的视频</translation>
    </message>
    <message>
        <source>videos no longer than one place</source>
        <translation>不长于一个位置的视频</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s α of sets of words</source>
        <translation>词集的 Krippendorff α</translation>
    </message>
    <message>
        <source>masi distance of sets</source>
        <translation>集合的 MASI 距离</translation>
    </message>
    <message>
        <source>jaccard distance of sets</source>
        <translation>集合的 Jaccard 距离</translation>
    </message>
    <message>
        <source>No unit has two answers.</source>
        <translation>没有单元有两个回答。</translation>
    </message>
    <message>
        <source>All answers are the same set.</source>
        <translation>所有回答都是同一个集合。</translation>
    </message>
    <message>
        <source>as seen – as felt</source>
        <translation>他人所见 – 自己的感受</translation>
    </message>
</context>
<context>
    <name>app::AlignTab</name>
    <message>
        <source>the usual recipe</source>
        <translation>常用配方</translation>
    </message>
    <message>
        <source>The recipe is in the clipboard, as Python with the SDK&apos;s calls. To have edited words and labels in it, save the recipe and load the files beside it.</source>
        <translation>配方已复制到剪贴板，为调用 SDK 的 Python 代码。若要包含编辑过的词和标签，请保存配方并加载旁边的文件。</translation>
    </message>
    <message>
        <source>No word here</source>
        <translation>此处没有词</translation>
    </message>
    <message numerus="yes">
        <source>“%1” receives %n row(s) of</source>
        <translation>
            <numerusform>“%1”收到 %n 行，来自</numerusform>
        </translation>
    </message>
    <message>
        <source>Open recipe</source>
        <translation>打开配方</translation>
    </message>
    <message>
        <source>Recipes (*.json)</source>
        <translation>配方 (*.json)</translation>
    </message>
    <message>
        <source>Save recipe</source>
        <translation>保存配方</translation>
    </message>
    <message>
        <source>The recipe was written to %1, with the edited words and labels beside it.</source>
        <translation>配方已写入 %1，编辑过的词和标签在其旁边。</translation>
    </message>
    <message>
        <source>The command is in the clipboard. It runs the recipe that was written to %1.</source>
        <translation>命令已复制到剪贴板。它运行写入 %1 的配方。</translation>
    </message>
    <message>
        <source>This dataset has no sequences to align.</source>
        <translation>此数据集没有可对齐的序列。</translation>
    </message>
    <message>
        <source>There is no project to write beside.</source>
        <translation>没有可在其旁写入的项目。</translation>
    </message>
    <message>
        <source>The recipe has no steps.</source>
        <translation>配方没有步骤。</translation>
    </message>
    <message>
        <source>No dataset is open.</source>
        <translation>没有打开的数据集。</translation>
    </message>
    <message>
        <source>A blind review goes on: files with labels are written when it is left.</source>
        <translation>盲审进行中：离开后才写出含标签的文件。</translation>
    </message>
</context>
<context>
    <name>app::Aligner</name>
    <message>
        <source>The program that aligns words ended unexpectedly. The words are as before.</source>
        <translation>对齐词的程序意外结束。词保持不变。</translation>
    </message>
    <message>
        <source>The program that aligns words did not answer and was ended. The words are as before.</source>
        <translation>对齐词的程序没有响应，已被结束。词保持不变。</translation>
    </message>
    <message>
        <source>The program that aligns words cannot be started.</source>
        <translation>无法启动对齐词的程序。</translation>
    </message>
</context>
<context>
    <name>app::Alignment</name>
    <message>
        <source>align %1</source>
        <translation>对齐 %1</translation>
    </message>
    <message>
        <source>Aligning the dataset</source>
        <translation>正在对齐数据集</translation>
    </message>
    <message>
        <source>align all videos</source>
        <translation>对齐所有视频</translation>
    </message>
    <message>
        <source>Writing the recipe</source>
        <translation>正在写入配方</translation>
    </message>
    <message>
        <source>revert %1 to its source</source>
        <translation>将 %1 还原到源数据</translation>
    </message>
    <message>
        <source>%1 s of %2 s covered; %3 of %4 targets receive nothing; %5 rows received twice</source>
        <translation>覆盖 %1 s / %2 s；%4 个目标中 %3 个未收到数据；%5 行被收到两次</translation>
    </message>
    <message>
        <source>drops the video: %1 lack it</source>
        <translation>丢弃该视频：%1 中没有它</translation>
    </message>
    <message numerus="yes">
        <source>%n interval(s)</source>
        <translation>
            <numerusform>%n 个区间</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>丢弃 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) filled</source>
        <translation>
            <numerusform>插补 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is missing</source>
        <translation>没有缺失</translation>
    </message>
    <message>
        <source>filled %1</source>
        <translation>已插补 %1</translation>
    </message>
    <message numerus="yes">
        <source>drops %n segment(s)</source>
        <translation>
            <numerusform>丢弃 %n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lie outside</source>
        <translation>
            <numerusform>%n 行在范围外</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are too short</source>
        <translation>
            <numerusform>%n 行过短</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have no times</source>
        <translation>
            <numerusform>%n 行没有时间</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: of %2 rows %3</source>
        <translation>%1：%2 行中 %3</translation>
    </message>
    <message>
        <source>Dropped rows. %1.</source>
        <translation>丢弃的行。%1。</translation>
    </message>
    <message>
        <source>Reading the recipe</source>
        <translation>正在读取配方</translation>
    </message>
    <message>
        <source>open the recipe %1</source>
        <translation>打开配方 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) aligned; the sequences are in %1.</source>
        <translation>
            <numerusform>已对齐 %n 个视频；序列位于 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The recipe cannot be applied to %1: %2</source>
        <translation>无法将该配方应用于 %1：%2</translation>
    </message>
    <message>
        <source>This dataset has no sequences to align.</source>
        <translation>此数据集没有可对齐的序列。</translation>
    </message>
    <message>
        <source>Writing tensors</source>
        <translation>正在写出张量</translation>
    </message>
    <message>
        <source>The tensors are in %1.</source>
        <translation>张量位于 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n video(s) aligned; the sequences are in %2.</source>
        <translation>
            <numerusform>已对齐 %n 个视频中的 %1 个；序列位于 %2。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AlignmentHint</name>
    <message>
        <source>Nobody says when the recordings of %1 began: they are shown as if they had begun together.</source>
        <translation>没有说明 %1 的各段录像何时开始：它们按同时开始来显示。</translation>
    </message>
</context>
<context>
    <name>app::AlignmentPreview</name>
    <message>
        <source>%1 is too large to be aligned while it is looked at.</source>
        <translation>%1 太大，无法在查看时对齐。</translation>
    </message>
</context>
<context>
    <name>app::AllTiersDialog</name>
    <message>
        <source>Tiers to write</source>
        <translation>要写出的标注层</translation>
    </message>
    <message>
        <source>An apostrophe before cells that a &amp;spreadsheet would take for formulas</source>
        <translation>在电子表格会当作公式的单元格前加撇号(&amp;S)</translation>
    </message>
    <message>
        <source>Export annotation of all videos</source>
        <translation>导出所有视频的标注</translation>
    </message>
    <message numerus="yes">
        <source>A file for each of %n video(s)</source>
        <translation>
            <numerusform>%n 个视频各一个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>One table of all videos</source>
        <translation>所有视频一个表格</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Written as</source>
        <translation>写成(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tiers</source>
        <translation>标注层(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出…(&amp;E)</translation>
    </message>
</context>
<context>
    <name>app::AllTiersExport</name>
    <message numerus="yes">
        <source>%1 … and %n more.</source>
        <translation>
            <numerusform>%1 … 以及另外 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>No video has tiers yet.</source>
        <translation>还没有视频有标注层。</translation>
    </message>
    <message>
        <source>Folder for the annotation</source>
        <translation>标注的文件夹</translation>
    </message>
    <message>
        <source>Writing the annotation of all videos</source>
        <translation>正在写出所有视频的标注</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written into %1.</source>
        <translation>
            <numerusform>已把 %n 个文件写入 %1。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have no tiers.</source>
        <translation>
            <numerusform>%n 个视频没有标注层。</numerusform>
        </translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>被拒绝：%1</translation>
    </message>
    <message>
        <source>What the format cannot hold: %1</source>
        <translation>该格式不能保存：%1</translation>
    </message>
    <message numerus="yes">
        <source>Files of %n video(s) are in %1 already. Write over them?</source>
        <translation>
            <numerusform>%n 个视频的文件已在 %1 中。要覆盖吗？</numerusform>
        </translation>
    </message>
    <message>
        <source>Export annotation of all videos</source>
        <translation>导出所有视频的标注</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) were left as they are in %1.</source>
        <translation>
            <numerusform>%n 个视频在 %1 中保持原样。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::AnnotationFile</name>
    <message>
        <source>ends at %1 s, but the video at %2 s</source>
        <translation>在 %1 秒结束，而视频在 %2 秒结束</translation>
    </message>
</context>
<context>
    <name>app::AnnotatorName</name>
    <message>
        <source>Who gives these values? The name is kept with each of them, so that answers of several people can be told apart.</source>
        <translation>这些值由谁给出？名字会随每个值一起保存，以便区分不同人的回答。</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>Who gives values from now on:</source>
        <translation>从现在起由谁赋值：</translation>
    </message>
</context>
<context>
    <name>app::AnswerLockActions</name>
    <message>
        <source>This track holds no answers of a review. Click the track of an annotator first.</source>
        <translation>此轨道不含复查的回答。请先单击某位标注者的轨道。</translation>
    </message>
    <message>
        <source>These are the answers of the pass that goes on; they are not locked.</source>
        <translation>这些是正在进行的轮次的回答；它们没有锁定。</translation>
    </message>
    <message>
        <source>These are the settled answers.</source>
        <translation>这些是裁定的回答。</translation>
    </message>
    <message>
        <source>These are the answers of %1. They count as theirs, whoever changes them.</source>
        <translation>这些是 %1 的回答。无论谁修改，都仍算作其回答。</translation>
    </message>
    <message>
        <source>Unlock answers</source>
        <translation>解锁回答</translation>
    </message>
    <message>
        <source>%1
The project will tell who unlocked them, and when.

Who changes them now:</source>
        <translation>%1
项目会记录由谁、在何时解锁。

现在由谁修改：</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>%1 was unlocked by %2.</source>
        <translation>%1 已由 %2 解锁。</translation>
    </message>
</context>
<context>
    <name>app::AnswerLocks</name>
    <message>
        <source>“Unlock these answers…” in the menu of the track&apos;s head, or in the menu Review, allows it.</source>
        <translation>轨道头菜单或“复查”菜单中的“解锁这些回答…”可以允许修改。</translation>
    </message>
    <message>
        <source>The settled answers are locked; only the pass that settles changes them.</source>
        <translation>裁定的回答已锁定；只有裁定轮次才能修改。</translation>
    </message>
    <message>
        <source>The answers of %1 are locked; only their own pass changes them.</source>
        <translation>%1 的回答已锁定；只有其自己的轮次才能修改。</translation>
    </message>
    <message>
        <source>the settled answers</source>
        <translation>裁定的回答</translation>
    </message>
    <message>
        <source>%1, pass %2</source>
        <translation>%1，第 %2 轮</translation>
    </message>
    <message>
        <source>%1, given again</source>
        <translation>%1，再次作答</translation>
    </message>
    <message>
        <source>%1, in training</source>
        <translation>%1，练习中</translation>
    </message>
</context>
<context>
    <name>app::AnswerText</name>
    <message numerus="yes">
        <source>%n video(s) of real people</source>
        <translation>
            <numerusform>%n 个真实人物的视频</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acted video(s)</source>
        <translation>
            <numerusform>%n 个表演视频</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn video(s)</source>
        <translation>
            <numerusform>%n 个绘制视频</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n own video(s)</source>
        <translation>
            <numerusform>%n 个自己的视频</numerusform>
        </translation>
    </message>
    <message>
        <source>real people</source>
        <translation>真实人物</translation>
    </message>
    <message>
        <source>people who act</source>
        <translation>表演的人</translation>
    </message>
    <message>
        <source>drawn speakers</source>
        <translation>绘制的说话人</translation>
    </message>
    <message>
        <source>own recordings</source>
        <translation>自己的录像</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Learnt from drawn speakers: says nothing about real people</source>
        <translation>向绘制的说话人学习：对真实的人没有任何说明</translation>
    </message>
    <message>
        <source>in English</source>
        <translation>英语</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>语言：%1</translation>
    </message>
    <message>
        <source>These are drawings: the model learnt from people, and says nothing about drawn speakers</source>
        <translation>这些是绘画：模型从真人学习，对绘画人物不说明任何问题</translation>
    </message>
</context>
<context>
    <name>app::Application</name>
    <message>
        <source>Something unforeseen went wrong (%1). What is saved is safe; what you asked for may not have been done.</source>
        <translation>发生了意外错误（%1）。已保存的内容是安全的；您要求的操作可能没有完成。</translation>
    </message>
</context>
<context>
    <name>app::ApplyAllDialog</name>
    <message>
        <source>Apply the recipe to all videos</source>
        <translation>将配方应用于所有视频</translation>
    </message>
    <message numerus="yes">
        <source>The recipe is applied to %n video(s). The aligned sequences and the recipe are written into this folder:</source>
        <translation>
            <numerusform>配方将应用于 %n 个视频。对齐后的序列和配方写入此文件夹：</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>应用(&amp;A)</translation>
    </message>
</context>
<context>
    <name>app::AttributionLanes</name>
    <message>
        <source>occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>gradient × input</source>
        <translation>梯度 × 输入</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>show attributions</source>
        <translation>显示归因</translation>
    </message>
    <message>
        <source>hide attributions</source>
        <translation>隐藏归因</translation>
    </message>
</context>
<context>
    <name>app::BulkDialog</name>
    <message>
        <source>%1 – %2 s</source>
        <translation>%1 – %2 s</translation>
    </message>
    <message>
        <source>In all &amp;videos of the project</source>
        <translation>项目的所有视频(&amp;V)</translation>
    </message>
    <message>
        <source>Change many segments</source>
        <translation>批量修改片段</translation>
    </message>
    <message>
        <source>Move in time</source>
        <translation>移动时间</translation>
    </message>
    <message>
        <source>Change a value</source>
        <translation>修改值</translation>
    </message>
    <message>
        <source>Find and replace text</source>
        <translation>查找并替换文本</translation>
    </message>
    <message>
        <source>Videos whose words and labels are as their files have them are left out</source>
        <translation>词和标签仍与文件一致的视频会被略去</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>将更改的内容</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>操作(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>标注层(&amp;T)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>移动(&amp;B)</translation>
    </message>
    <message>
        <source>nothing: the value is taken away</source>
        <translation>留空：移除该值</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>T&amp;o</source>
        <translation>改为(&amp;O)</translation>
    </message>
    <message>
        <source>Regular e&amp;xpression</source>
        <translation>正则表达式(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Replace by</source>
        <translation>替换为(&amp;R)</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>move the segments of %1</source>
        <translation>移动 %1 的片段</translation>
    </message>
    <message>
        <source>change values of %1</source>
        <translation>修改 %1 的值</translation>
    </message>
    <message>
        <source>replace text of %1</source>
        <translation>替换 %1 的文本</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) will change</source>
        <translation>
            <numerusform>将更改 %n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) so far…</source>
        <translation>
            <numerusform>目前 %n 个片段…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CameraActions</name>
    <message>
        <source>Open a video first; what another camera recorded of it can be added then.</source>
        <translation>请先打开一个视频，然后可以添加另一机位录制的文件。</translation>
    </message>
    <message>
        <source>Add a camera to %1</source>
        <translation>为 %1 添加机位</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts);;All files (*)</source>
        <translation>视频 (*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts);;所有文件 (*)</translation>
    </message>
    <message>
        <source>%1 · speaks</source>
        <translation>%1 · 在说话</translation>
    </message>
    <message>
        <source>%1 · listens</source>
        <translation>%1 · 在倾听</translation>
    </message>
</context>
<context>
    <name>app::CameraMenu</name>
    <message>
        <source>Which cameras are to be seen (V: the next)</source>
        <translation>显示哪些机位（V：下一个）</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>所有机位</translation>
    </message>
    <message>
        <source>Camera %1</source>
        <translation>机位 %1</translation>
    </message>
    <message>
        <source>Camera &amp;1</source>
        <translation>机位 &amp;1</translation>
    </message>
    <message>
        <source>Camera &amp;%1: %2</source>
        <translation>机位 &amp;%1：%2</translation>
    </message>
    <message>
        <source>&amp;All, side by side</source>
        <translation>全部并排(&amp;A)</translation>
    </message>
    <message>
        <source>Offset of camera %1…</source>
        <translation>机位 %1 的偏移…</translation>
    </message>
    <message>
        <source>Remove camera %1</source>
        <translation>移除机位 %1</translation>
    </message>
    <message>
        <source>This video has one camera only; add another first (menu Play).</source>
        <translation>该视频只有一个机位，请先添加另一个（“播放”菜单）。</translation>
    </message>
</context>
<context>
    <name>app::CameraSource</name>
    <message>
        <source>This camera is no longer there.</source>
        <translation>该摄像头已不存在。</translation>
    </message>
    <message>
        <source>no microphone</source>
        <translation>没有麦克风</translation>
    </message>
    <message>
        <source>%1 · %2 kHz</source>
        <translation>%1 · %2 kHz</translation>
    </message>
</context>
<context>
    <name>app::Cameras</name>
    <message>
        <source>%1 has sound, but no picture.</source>
        <translation>%1 有声音，但没有画面。</translation>
    </message>
    <message>
        <source>%1 begins at %2 s.</source>
        <translation>%1 从 %2 s 开始。</translation>
    </message>
    <message>
        <source>%1 ends at %2 s.</source>
        <translation>%1 在 %2 s 结束。</translation>
    </message>
    <message>
        <source>%1 is a camera of this video already.</source>
        <translation>%1 已经是该视频的机位。</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>camera %1</source>
        <translation>机位 %1</translation>
    </message>
    <message>
        <source>offset of %1</source>
        <translation>%1 的偏移</translation>
    </message>
    <message>
        <source>remove camera %1</source>
        <translation>移除机位 %1</translation>
    </message>
    <message>
        <source>No recording.</source>
        <translation>没有录制文件。</translation>
    </message>
</context>
<context>
    <name>app::CardForm</name>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>what others call it</source>
        <translation>别人怎么称呼它</translation>
    </message>
    <message>
        <source>What others may do with it, by its SPDX id. Without a licence nothing is published.</source>
        <translation>别人可以如何使用，以 SPDX 标识符表示。没有许可证就不发布。</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>许可证(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Summary</source>
        <translation>摘要(&amp;S)</translation>
    </message>
    <message>
        <source>what it is, in two sentences</source>
        <translation>用两句话说明它是什么</translation>
    </message>
    <message>
        <source>&amp;Made by</source>
        <translation>制作者(&amp;M)</translation>
    </message>
    <message>
        <source>Family, Given; where from; ORCID – one person a line</source>
        <translation>姓, 名; 单位; ORCID – 每行一人</translation>
    </message>
    <message>
        <source>&amp;Keywords</source>
        <translation>关键词(&amp;K)</translation>
    </message>
    <message>
        <source>sentiment, video</source>
        <translation>情感, 视频</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Address or DOI</source>
        <translation>网址或 DOI(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Consent</source>
        <translation>知情同意(&amp;C)</translation>
    </message>
    <message>
        <source>what the filmed people agreed to</source>
        <translation>被拍摄者同意了什么</translation>
    </message>
    <message>
        <source>&amp;Erasure</source>
        <translation>删除(&amp;E)</translation>
    </message>
    <message>
        <source>whom to ask that somebody be taken out</source>
        <translation>请求移除某人时应联系谁</translation>
    </message>
    <message>
        <source>&amp;Raters</source>
        <translation>评分者(&amp;R)</translation>
    </message>
    <message>
        <source>how they were chosen and trained</source>
        <translation>他们如何挑选和培训</translation>
    </message>
    <message>
        <source>Known l&amp;imits</source>
        <translation>已知局限(&amp;I)</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>每行一条</translation>
    </message>
    <message>
        <source>La&amp;nguages</source>
        <translation>语言(&amp;N)</translation>
    </message>
</context>
<context>
    <name>app::CautionGuard</name>
    <message>
        <source>Accept as label</source>
        <translation>接受为标签</translation>
    </message>
    <message>
        <source>The model learnt from: %1. A label that comes from it says what the model says of drawings, not what a person shows.</source>
        <translation>该模型的学习来源：%1。由它得出的标签说明的是模型对绘制图像的看法，而不是人所表现的。</translation>
    </message>
    <message>
        <source>&amp;Accept all the same</source>
        <translation>仍然接受(&amp;A)</translation>
    </message>
</context>
<context>
    <name>app::CompareTab</name>
    <message>
        <source>New comparison</source>
        <translation>新的比较</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>比较列表</translation>
    </message>
</context>
<context>
    <name>app::Comparing</name>
    <message numerus="yes">
        <source>There are %n segment(s) to compare; this needs %1.</source>
        <translation>
            <numerusform>有 %n 个片段可比较；此处需要 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>All sets are answered.</source>
        <translation>所有组都已回答。</translation>
    </message>
    <message>
        <source>Which of the two has more %1?</source>
        <translation>两者中哪个的 %1 更强？</translation>
    </message>
    <message>
        <source>And which has least %1?</source>
        <translation>哪个的 %1 最弱？</translation>
    </message>
    <message>
        <source>Which of the four has most %1?</source>
        <translation>四者中哪个的 %1 最强？</translation>
    </message>
    <message>
        <source>%1 · segment %2 (%3 s)</source>
        <translation>%1 · 片段 %2（%3 秒）</translation>
    </message>
    <message>
        <source>Answers of the comparison</source>
        <translation>比较的回答</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>The answers were written to %1.</source>
        <translation>回答已写入 %1。</translation>
    </message>
    <message>
        <source>Choose two tiers, or more, whose texts are to be compared.</source>
        <translation>请选择两个或更多标注层，以比较其文本。</translation>
    </message>
    <message>
        <source>There is no segment of which two of these tiers say different things.</source>
        <translation>没有任何片段，这些标注层中有两个对它说法不同。</translation>
    </message>
    <message>
        <source>All pairs of texts are answered.</source>
        <translation>所有文本对都已回答。</translation>
    </message>
    <message>
        <source>Which of the two texts fits better?</source>
        <translation>两段文本中哪个更合适？</translation>
    </message>
</context>
<context>
    <name>app::ComparisonScores</name>
    <message>
        <source>Nobody compared anything yet.</source>
        <translation>还没有人比较过。</translation>
    </message>
    <message>
        <source>Some clips were never compared with the others, not even by way of third ones: strengths have no common rank.</source>
        <translation>有些剪辑从未与其他剪辑比较过，也没有通过第三者间接比较：强度没有共同的排序。</translation>
    </message>
    <message>
        <source>Split-half reliability r = %1, of the whole %2.</source>
        <translation>分半信度 r = %1，整体为 %2。</translation>
    </message>
    <message>
        <source>Split-half reliability is undefined: no split has three clips with different scores.</source>
        <translation>分半信度未定义：没有一种划分含有三个得分不同的剪辑。</translation>
    </message>
    <message>
        <source>Strengths are logits by Bradley and Terry’s model, with their 95 % interval: a difference of 1 is chosen in 73 of 100 cases.</source>
        <translation>强度为 Bradley–Terry 模型的 logit 值，附 95 % 区间：相差 1 时，100 次中有 73 次选择较强者。</translation>
    </message>
    <message>
        <source>Scores of clips</source>
        <translation>剪辑的得分</translation>
    </message>
    <message>
        <source>Scores: %1</source>
        <translation>得分：%1</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>剪辑</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>出现次数</translation>
    </message>
    <message>
        <source>A double click, or Enter, plays the clip.</source>
        <translation>双击或按 Enter 播放剪辑。</translation>
    </message>
    <message>
        <source>&amp;Copy as a table</source>
        <translation>复制为表格(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Export the answers…</source>
        <translation>导出回答(&amp;E)…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>Texts of</source>
        <translation>文本来自</translation>
    </message>
</context>
<context>
    <name>app::ComparisonTexts</name>
    <message>
        <source>which of two</source>
        <translation>两者取一</translation>
    </message>
    <message>
        <source>which of two texts</source>
        <translation>两段文本取一</translation>
    </message>
    <message>
        <source>best and worst</source>
        <translation>最好与最差</translation>
    </message>
    <message>
        <source>%1 · pass %2 · %3</source>
        <translation>%1 · 第 %2 轮 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s)</source>
        <translation>
            <numerusform>%n 对</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>已完成 %1 / %2</translation>
    </message>
</context>
<context>
    <name>app::Completion</name>
    <message>
        <source>Continuous rating: %1 of %2 s</source>
        <translation>连续评分：%1 / %2 秒</translation>
    </message>
    <message numerus="yes">
        <source>New segments after the last of %n drawn</source>
        <translation>
            <numerusform>在已画的 %n 个片段之后的新片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>New segments with %1, after the last of %n drawn</source>
        <translation>
            <numerusform>带 %1 的新片段，在已画的 %n 个之后</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to learn from: tick a sequence of sound, face or text that differs over time.</source>
        <translation>没有可供学习的内容：请勾选一个随时间变化的声音、面部或文本序列。</translation>
    </message>
    <message numerus="yes">
        <source>Draw at least %n segment(s) first, from the beginning on.</source>
        <translation>
            <numerusform>请先从开头起至少画 %n 个片段。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label at least %n segment(s) first; of categories, two of them at least three times each.</source>
        <translation>
            <numerusform>请先至少标注 %n 个片段；若为类别，须有两类各至少三次。</numerusform>
        </translation>
    </message>
    <message>
        <source>At least two categories are needed, with three labelled segments each.</source>
        <translation>至少需要两个类别，每类三个已标注的片段。</translation>
    </message>
    <message numerus="yes">
        <source>At least %n second(s) must be labelled first.</source>
        <translation>
            <numerusform>须先标注至少 %n 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything has a label already.</source>
        <translation>全部已有标签。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n open suggestion(s) are at least as sure.</source>
        <translation>
            <numerusform>%n 个待处理的建议中有 %1 个至少同样有把握。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of your segments were found.</source>
        <translation>您的片段有 %1 % 被找到。</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>a segment</source>
        <translation>一个片段</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n segment(s) labelled by people</source>
        <translation>
            <numerusform>%1：%n 个片段中 %2 个由人标注</numerusform>
        </translation>
    </message>
    <message>
        <source>Of what you labelled nothing was found so surely, so how often such suggestions are right is not known.</source>
        <translation>您标注过的内容中没有一个达到这样的把握，因此不知道这类建议的正确率。</translation>
    </message>
    <message numerus="yes">
        <source>Of the %n that you had labelled and that it would have been as sure of, %1 % would have been right (95 %: %2 to %3 %), each hidden from what was learnt.</source>
        <translation>
            <numerusform>您标注过且同样有把握的 %n 个中，%1 % 会是正确的（95 %：%2 至 %3 %），每个在学习时都被隐藏。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::CompletionActions</name>
    <message>
        <source>Completing a tier</source>
        <translation>正在补全标注层</translation>
    </message>
    <message>
        <source>Open a video first: tiers belong to one.</source>
        <translation>请先打开一个视频：标注层属于视频。</translation>
    </message>
    <message>
        <source>A blind review goes on: nothing is suggested until it is left.</source>
        <translation>盲审正在进行：离开之前不给出建议。</translation>
    </message>
    <message>
        <source>This video has no tier %1.</source>
        <translation>此视频没有标注层 %1。</translation>
    </message>
    <message>
        <source>The tier %1 is locked.</source>
        <translation>标注层 %1 已锁定。</translation>
    </message>
    <message>
        <source>Segments with labels, tiers of your own and continuous ratings can be completed; words and points cannot. Click on the head of another tier, and ask again.</source>
        <translation>可以补全带标签的片段、自建的标注层和连续评分；词和点不可以。请点击另一标注层的标题，再试一次。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>正在读取标签</translation>
    </message>
    <message>
        <source>suggestions for %1</source>
        <translation>对 %1 的建议</translation>
    </message>
    <message>
        <source>from when suggestions are sure</source>
        <translation>建议视为有把握的起点</translation>
    </message>
    <message>
        <source>accept a suggestion for %1</source>
        <translation>接受对 %1 的一个建议</translation>
    </message>
    <message>
        <source>accept all sure suggestions for %1</source>
        <translation>接受对 %1 的所有有把握的建议</translation>
    </message>
    <message>
        <source>reject a suggestion for %1</source>
        <translation>拒绝对 %1 的一个建议</translation>
    </message>
    <message>
        <source>throw suggestions for %1 away</source>
        <translation>丢弃对 %1 的建议</translation>
    </message>
</context>
<context>
    <name>app::CompletionDialog</name>
    <message>
        <source>Learn from &amp;other recordings with this tier, too</source>
        <translation>也从含此标注层的其他录像学习(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Complete</source>
        <translation>补全(&amp;C)</translation>
    </message>
    <message>
        <source>The s&amp;ure ones, too</source>
        <translation>也显示有把握的(&amp;U)</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>&amp;Throw away</source>
        <translation>丢弃(&amp;T)</translation>
    </message>
    <message>
        <source>Complete a tier</source>
        <translation>补全标注层</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>操作(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>S&amp;ure from</source>
        <translation>把握起点(&amp;U)</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Order of the suggestions</source>
        <translation>建议的顺序</translation>
    </message>
    <message>
        <source>least sure first</source>
        <translation>最没把握的在前</translation>
    </message>
    <message>
        <source>in the order of time</source>
        <translation>按时间顺序</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Enter, or a double click, shows and plays it.</source>
        <translation>按 Enter 或双击可显示并播放。</translation>
    </message>
    <message>
        <source>What it is instead</source>
        <translation>实际应为</translation>
    </message>
    <message>
        <source>A: it becomes part of the tier, as what you looked at</source>
        <translation>A：作为您看过的内容加入标注层</translation>
    </message>
    <message>
        <source>C, or 1 to 9 for the first nine: gives what is chosen here instead</source>
        <translation>C，或用 1 到 9 选前九个：改为此处所选的值</translation>
    </message>
    <message>
        <source>X: it is not offered again</source>
        <translation>X：不再提供</translation>
    </message>
    <message>
        <source>Takes the suggestions away; what was accepted stays</source>
        <translation>移除建议；已接受的保留</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Complete &amp;again</source>
        <translation>再次补全(&amp;A)</translation>
    </message>
    <message numerus="yes">
        <source>Accept &amp;all %n</source>
        <translation>
            <numerusform>全部接受 %n 个(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>No suggestion is open any more.</source>
        <translation>没有待处理的建议了。</translation>
    </message>
    <message>
        <source>The rest is suggested from what you labelled and from what is seen and heard. Nothing becomes part of the tier before you accept it.</source>
        <translation>其余部分根据您标注的内容和所见所闻给出建议。在您接受之前，任何内容都不会加入标注层。</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>采纳 %1</translation>
    </message>
    <message>
        <source>A accept · X reject · C or a digit correct · Enter next</source>
        <translation>A 接受 · X 拒绝 · C 或数字 更正 · 回车 下一个</translation>
    </message>
</context>
<context>
    <name>app::ConflictsDialog</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>标注层</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Mine (stays)</source>
        <translation>我的（保留）</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>From %1: %2, %3, %4.</source>
        <translation>来自 %1：%2，%3，%4。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) added</source>
        <translation>
            <numerusform>新增 %n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>修改 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>删除 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was in conflict.</source>
        <translation>没有冲突。</translation>
    </message>
    <message numerus="yes">
        <source>Both changed the same in %n place(s); yours stayed. Undo takes the merge back.</source>
        <translation>
            <numerusform>双方在 %n 处修改了同一内容；保留了您的版本。“撤销”可取消合并。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>保存列表…</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存列表</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n conflict(s) were settled as you chose.</source>
        <translation>
            <numerusform>%n 个冲突已按您的选择解决。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ConversationActions</name>
    <message>
        <source>The conversation is being read.</source>
        <translation>正在读取对话。</translation>
    </message>
    <message>
        <source>This video belongs to no conversation: its list names none.</source>
        <translation>此视频不属于任何对话：其列表中没有对话。</translation>
    </message>
    <message>
        <source>The voices of this conversation cannot be told apart: they have neither recordings nor channels of their own.</source>
        <translation>此对话中的声音无法分开：它们既没有各自的录像，也没有各自的声道。</translation>
    </message>
</context>
<context>
    <name>app::ConversationCameras</name>
    <message>
        <source>offset of %1</source>
        <translation>%1 的偏移</translation>
    </message>
</context>
<context>
    <name>app::ConversationFaces</name>
    <message>
        <source>Only faces of one picture can be followed: a conversation whose list says which face is whose.</source>
        <translation>只能跟随同一画面中的人脸：对话的列表须说明哪张脸属于谁。</translation>
    </message>
</context>
<context>
    <name>app::ConversationInSight</name>
    <message>
        <source>Reading the conversation</source>
        <translation>正在读取对话</translation>
    </message>
    <message>
        <source>%1 of %2 is too large to be shown beside the participant in hand.</source>
        <translation>%2 的 %1 太大，无法显示在当前参与者旁边。</translation>
    </message>
</context>
<context>
    <name>app::ConversationTab</name>
    <message>
        <source>Measuring the conversation</source>
        <translation>正在测量对话</translation>
    </message>
    <message>
        <source>Picture of the conversation</source>
        <translation>对话的图片</translation>
    </message>
</context>
<context>
    <name>app::ConversationTracks</name>
    <message>
        <source>channel %1</source>
        <translation>声道 %1</translation>
    </message>
    <message>
        <source>offset %1 s</source>
        <translation>偏移 %1 秒</translation>
    </message>
    <message>
        <source>drift %1 ppm</source>
        <translation>漂移 %1 ppm</translation>
    </message>
    <message>
        <source>%1: words</source>
        <translation>%1：词</translation>
    </message>
</context>
<context>
    <name>app::CopyTierDialog</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message numerus="yes">
        <source>In all %n &amp;videos that have this tier</source>
        <translation>
            <numerusform>在所有 %n 个含此标注层的视频中(&amp;V)</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy tier</source>
        <translation>复制标注层</translation>
    </message>
    <message>
        <source>&amp;Name of the copy of %1:</source>
        <translation>%1 的副本名称(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
</context>
<context>
    <name>app::CorpusOffer</name>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Corpus of conversations</source>
        <translation>对话语料库</translation>
    </message>
    <message>
        <source>%1 looks like %2. Make a dataset of it?</source>
        <translation>%1 看起来是 %2。要由它生成数据集吗？</translation>
    </message>
    <message>
        <source>A list (dataset.json) and sequences of its conversations, turns, words and labels are written into the folder; media and archives stay where they are, and nothing is unpacked.</source>
        <translation>会在该文件夹中写入列表（dataset.json）以及对话、话轮、词和标签的序列；媒体和归档保持原处，不解包任何内容。</translation>
    </message>
    <message>
        <source>&amp;Make the dataset</source>
        <translation>生成数据集(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Open as it is</source>
        <translation>原样打开(&amp;O)</translation>
    </message>
    <message>
        <source>Making a dataset of %1</source>
        <translation>正在由 %1 生成数据集</translation>
    </message>
</context>
<context>
    <name>app::CounterfactualDialog</name>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>What would flip it?</source>
        <translation>怎样会翻转？</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>改变</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>A click, or Enter, opens the segment on the timeline.</source>
        <translation>单击或按回车在时间线上打开该片段。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Looking for what would flip it</source>
        <translation>正在寻找会使其翻转的改变</translation>
    </message>
    <message>
        <source>The model is being asked…</source>
        <translation>正在询问模型…</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>word %1</source>
        <translation>第 %1 个词</translation>
    </message>
    <message>
        <source>%1: %2 · %3</source>
        <translation>%1：%2 · %3</translation>
    </message>
    <message>
        <source>nearest of the other sign</source>
        <translation>最近的相反符号片段</translation>
    </message>
    <message>
        <source>with the sound of another</source>
        <translation>配上别人的声音</translation>
    </message>
    <message>
        <source>with the face of another</source>
        <translation>配上别人的面部</translation>
    </message>
    <message>
        <source>%1 of %2 flip it</source>
        <translation>%2 个中有 %1 个使其翻转</translation>
    </message>
    <message>
        <source>without the fewest words</source>
        <translation>去掉最少的词</translation>
    </message>
    <message>
        <source>without these words</source>
        <translation>去掉这些词</translation>
    </message>
    <message>
        <source>the predictions with and without each modality</source>
        <translation>含与不含各模态的预测</translation>
    </message>
    <message>
        <source>what the layer %1 is given (%2 numbers)</source>
        <translation>层 %1 的输入（%2 个数）</translation>
    </message>
    <message numerus="yes">
        <source>Near is measured in %1, among %n segment(s). Bold: the sign flips.</source>
        <translation>
            <numerusform>远近以%1衡量，共 %n 个片段。粗体：符号翻转。</numerusform>
        </translation>
    </message>
    <message>
        <source>no words flip it; without all</source>
        <translation>没有词能使其翻转；去掉全部词</translation>
    </message>
</context>
<context>
    <name>app::DatasetFetch</name>
    <message>
        <source>Fetching %1</source>
        <translation>正在获取 %1</translation>
    </message>
</context>
<context>
    <name>app::DatasetParts</name>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Features of words</source>
        <translation>词的特征</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>面部</translation>
    </message>
    <message>
        <source>as the dataset has them</source>
        <translation>按数据集</translation>
    </message>
    <message>
        <source>drawn by the seed: 70, 15, 15 of 100 videos</source>
        <translation>由种子抽取：每 100 个视频 70、15、15</translation>
    </message>
    <message>
        <source>&amp;Folds</source>
        <translation>划分(&amp;F)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>No dataset with sequences is open.</source>
        <translation>没有打开带序列的数据集。</translation>
    </message>
    <message>
        <source>Every label of the project, as it is now</source>
        <translation>项目此刻的每个标签</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Labels are being counted…</source>
        <translation>正在统计标签…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Labelled segments: %1.</source>
        <translation>带标签的片段：%1。</translation>
    </message>
</context>
<context>
    <name>app::DatasetQuestion</name>
    <message>
        <source>The process of the models was killed, or found no memory, also when it was begun again. Nothing of yours is lost; you can start it once more.</source>
        <translation>模型进程被终止或内存不足，重新开始后也是如此。您的工作没有丢失，可以再次启动。</translation>
    </message>
    <message>
        <source>The process of the models was killed, or found no memory; it is begun again.</source>
        <translation>模型进程被终止或内存不足；正在重新开始。</translation>
    </message>
</context>
<context>
    <name>app::DatasetRoom</name>
    <message>
        <source>A blind review goes on: labels and predictions of the dataset are hidden until it is left.</source>
        <translation>盲审正在进行：离开之前，数据集的标签和预测均被隐藏。</translation>
    </message>
    <message>
        <source>Open a dataset with sequences: a model is then asked about all its segments.</source>
        <translation>请打开带有序列的数据集：随后就其所有片段询问模型。</translation>
    </message>
    <message>
        <source>There is no model yet. Open one that was trained on such features.</source>
        <translation>还没有模型。请打开一个用此类特征训练的模型。</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>打开模型…</translation>
    </message>
    <message>
        <source>Looking for what is known of this model and dataset…</source>
        <translation>正在查找关于此模型和数据集的已知结果…</translation>
    </message>
    <message>
        <source>The dataset is read; points appear as the model answers.</source>
        <translation>正在读取数据集；模型一回答，点就出现。</translation>
    </message>
    <message>
        <source>The model could not be asked: %1</source>
        <translation>无法询问模型：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>%1 was not asked about this dataset yet. It is asked eight times about each segment – with and without words, sound and face – and the answers are kept beside the project.</source>
        <translation>还没有就此数据集询问过 %1。每个片段会问八次——有或没有词、声音和面部——答案保存在项目旁。</translation>
    </message>
    <message>
        <source>Ask the model about all segments</source>
        <translation>就所有片段询问模型</translation>
    </message>
    <message>
        <source>What was kept cannot be read: %1</source>
        <translation>无法读取已保存的内容：%1</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n segment(s)</source>
        <translation>
            <numerusform>%1 / %n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>reading the dataset…</source>
        <translation>正在读取数据集…</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>已停止：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), 8 forwards each</source>
        <translation>
            <numerusform>%n 个片段，每个 8 次前向</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>略去 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>without %n muted concept(s)</source>
        <translation>
            <numerusform>不计 %n 个静音概念</numerusform>
        </translation>
    </message>
    <message>
        <source>not kept: the project is only looked at</source>
        <translation>未保存：项目只读</translation>
    </message>
    <message>
        <source>These videos have no sequences yet. With words and features, a model is asked about all their segments here.</source>
        <translation>这些视频还没有序列。有了词和特征后，可在此就所有片段询问模型。</translation>
    </message>
    <message>
        <source>Make sequences…</source>
        <translation>生成序列…</translation>
    </message>
    <message>
        <source>%1 cannot be asked about this dataset: %2.</source>
        <translation>无法就此数据集询问 %1：%2。</translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation>训练模型…</translation>
    </message>
    <message>
        <source>Models read words, and no video has any yet.</source>
        <translation>模型读取词，而还没有视频带有词。</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>A model is asked about labelled segments, and there are none yet.</source>
        <translation>模型按带标签的片段询问，而现在还没有。</translation>
    </message>
    <message>
        <source>Make labelled segments…</source>
        <translation>建立带标签的片段…</translation>
    </message>
    <message>
        <source>Models that read words find none here, and no recording that has any. A model can be trained on rows of sequences.</source>
        <translation>读取词的模型在此找不到词，也没有含词的录制文件。可以用序列的行训练一个模型。</translation>
    </message>
</context>
<context>
    <name>app::DeidentifyDialog</name>
    <message>
        <source>People who are filmed; tick those who stay as they are</source>
        <translation>被拍摄的人；勾选保持原样的人</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>面孔</translation>
    </message>
    <message>
        <source>Draw 68 &amp;points on the mask</source>
        <translation>在遮罩上画 68 个点(&amp;P)</translation>
    </message>
    <message>
        <source>Voices</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Further words to hide, one a line</source>
        <translation>其他要隐藏的词，每行一个</translation>
    </message>
    <message>
        <source>The folder that is made</source>
        <translation>要制作的文件夹</translation>
    </message>
    <message>
        <source>Look at these</source>
        <translation>请查看这些</translation>
    </message>
    <message>
        <source>The picture of the recording</source>
        <translation>录像的画面</translation>
    </message>
    <message>
        <source>The picture of the copy</source>
        <translation>副本的画面</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>谁查看了</translation>
    </message>
    <message numerus="yes">
        <source>De-identify %n recording(s)</source>
        <translation>
            <numerusform>隐藏 %n 段录像中的人物</numerusform>
        </translation>
    </message>
    <message>
        <source>This is not anonymity: who knows a person may still know them by posture, clothes, words and pitch. Of 12 actors, a listener who had their original voices found the right one in 28 of 100 changed recordings (by chance 8), a listener with other changed recordings of them in 78.</source>
        <translation>这不是匿名：认识某人的人仍可能凭姿态、衣着、用词和音高认出他。在 12 位演员中，持有原声的听者在 100 段变声录音里认对 28 段（偶然为 8），持有其他变声录音的听者认对 78 段。</translation>
    </message>
    <message>
        <source>&amp;Make the copy</source>
        <translation>制作副本(&amp;M)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Who stays as they are</source>
        <translation>谁保持原样</translation>
    </message>
    <message>
        <source>The project names nobody, so everybody who is filmed is hidden.</source>
        <translation>项目中没有任何人的姓名，因此所有被拍摄的人都会被隐藏。</translation>
    </message>
    <message>
        <source>Everybody is hidden, also those whom nobody named. Tick people who agreed to be seen and heard.</source>
        <translation>所有人都会被隐藏，包括没有命名的人。请勾选同意被看到和听到的人。</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n video(s)</source>
        <translation>
            <numerusform>%1 · %n 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>mask of one colour</source>
        <translation>单色遮罩</translation>
    </message>
    <message>
        <source>blurred (can be undone in part)</source>
        <translation>模糊（可部分还原）</translation>
    </message>
    <message>
        <source>in large pixels (can be undone in part)</source>
        <translation>大像素（可部分还原）</translation>
    </message>
    <message>
        <source>Expression stays to be seen, and a part of who it is.</source>
        <translation>表情仍可见，身份也有一部分可见。</translation>
    </message>
    <message>
        <source>changed, afresh for each recording</source>
        <translation>改变，每段录音重新抽取</translation>
    </message>
    <message>
        <source>changed by the same for all: keeps emotion better, hides less</source>
        <translation>所有录音同样改变：情绪保留更好，隐藏更少</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>One word or name a line; a beep is heard where they are said</source>
        <translation>每行一个词或姓名；说到之处为蜂鸣声</translation>
    </message>
    <message>
        <source>&amp;Faces</source>
        <translation>面孔(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Voices</source>
        <translation>声音(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>词(&amp;W)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Looked through once more</source>
        <translation>再次检查</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>I &amp;looked at all of them</source>
        <translation>我已全部查看(&amp;L)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Hiding faces and voices…</source>
        <translation>正在隐藏面孔和声音…</translation>
    </message>
    <message>
        <source>Looking through the finished files…</source>
        <translation>正在检查完成的文件…</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were looked at by other finders than the one that hid.</source>
        <translation>
            <numerusform>由不同于隐藏者的检测器检查了 %n 张画面。</numerusform>
        </translation>
    </message>
    <message>
        <source>Faces left: %1. Names left in texts: %2. Tags left in files: %3.</source>
        <translation>遗留面孔：%1。文本中遗留姓名：%2。文件中遗留标签：%3。</translation>
    </message>
    <message>
        <source>The nearest original voice is the right speaker&apos;s in %1 of 100 recordings, by chance in %2.</source>
        <translation>在 100 段录音中有 %1 段最接近的原声属于正确的说话者，偶然为 %2 段。</translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s) changed too little.</source>
        <translation>
            <numerusform>%n 个声音改变太少。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found. The copy is %1; the key beside it tells who is who.</source>
        <translation>没有发现遗留。副本为 %1；旁边的密钥文件说明谁是谁。</translation>
    </message>
    <message>
        <source>Something is left, so the copy is called %1.</source>
        <translation>仍有遗留，因此副本名为 %1。</translation>
    </message>
    <message>
        <source>%1 at %2 s %3</source>
        <translation>%1，%2 秒 %3</translation>
    </message>
    <message>
        <source>Noted: %1 looked at the pictures.</source>
        <translation>已记录：%1 查看了图片。</translation>
    </message>
    <message>
        <source>Pla&amp;y both</source>
        <translation>播放两者(&amp;Y)</translation>
    </message>
    <message>
        <source>Plays the second before and after the picture, as recorded and in the copy, without sound</source>
        <translation>播放该画面前后各一秒，原录像与副本对照，无声音</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
</context>
<context>
    <name>app::DiagnosisDialog</name>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Programs and parts</source>
        <translation>程序与部件</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Confinement</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Crash notes</source>
        <translation>崩溃记录</translation>
    </message>
    <message>
        <source>&amp;Delete crash notes</source>
        <translation>删除崩溃记录(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>For those whom you ask for help. It has no data, and no names of files and people. Nothing is sent: read it, then copy or save it.</source>
        <translation>供您求助的人参考。其中没有数据，也没有文件名和人名。不会发送任何内容：请先阅读，再复制或保存。</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>The system and the other programs are asked…</source>
        <translation>正在询问系统和其他程序…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Save the diagnosis</source>
        <translation>保存诊断</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
</context>
<context>
    <name>app::DiagnosisTexts</name>
    <message>
        <source>The diagnosis was written to %1.</source>
        <translation>诊断已写入 %1。</translation>
    </message>
    <message>
        <source>Crash notes</source>
        <translation>崩溃记录</translation>
    </message>
    <message>
        <source>Polylogue ended unexpectedly the last time. What was saved is safe.</source>
        <translation>Polylogue 上次意外结束。已保存的内容是安全的。</translation>
    </message>
</context>
<context>
    <name>app::DialoguePredictions</name>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models of conversations (*.safetensors)</source>
        <translation>对话模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>Looking for models of conversations</source>
        <translation>正在查找对话模型</translation>
    </message>
    <message>
        <source>%1 is no model of whole conversations: that are BCLSTM and DialogueRNN.</source>
        <translation>%1 不是整段对话的模型：此类模型有 BCLSTM 和 DialogueRNN。</translation>
    </message>
    <message>
        <source>Asking the model of conversations</source>
        <translation>正在询问对话模型</translation>
    </message>
    <message>
        <source>No model of conversations is here: open one, or train BCLSTM or DialogueRNN.</source>
        <translation>这里没有对话模型：请打开一个，或训练 BCLSTM 或 DialogueRNN。</translation>
    </message>
    <message>
        <source>Choose a model of conversations: it says what it makes of who speaks in the light of the turns before.</source>
        <translation>请选择一个对话模型：它会根据之前的话轮说明对说话者的判断。</translation>
    </message>
    <message>
        <source>The model is being asked…</source>
        <translation>正在询问模型…</translation>
    </message>
    <message>
        <source>The playhead is before the first turn.</source>
        <translation>播放头在第一个话轮之前。</translation>
    </message>
    <message>
        <source>Turn %1 · %2 to %3 s</source>
        <translation>话轮 %1 · %2 至 %3 秒</translation>
    </message>
    <message>
        <source>The model says nothing of this turn: the dataset has no segment there.</source>
        <translation>模型对这个话轮没有说明：数据集在那里没有片段。</translation>
    </message>
    <message>
        <source>The model says nothing of this listener.</source>
        <translation>模型对这位听者没有说明。</translation>
    </message>
    <message>
        <source>This model says nothing of those who listen.</source>
        <translation>该模型不针对听者作答。</translation>
    </message>
    <message>
        <source>trained on speakers</source>
        <translation>只从说话者学习</translation>
    </message>
    <message>
        <source>This model does not say which turns count.</source>
        <translation>该模型不说明哪些话轮起作用。</translation>
    </message>
    <message>
        <source>Attends most to turn %1, %2 (%3 %)</source>
        <translation>最关注话轮 %1，%2（%3 %）</translation>
    </message>
    <message>
        <source>%1 · of who speaks and who listens</source>
        <translation>%1 · 针对说话者和听者</translation>
    </message>
    <message>
        <source>%1 · of who speaks</source>
        <translation>%1 · 针对说话者</translation>
    </message>
</context>
<context>
    <name>app::DockTitle</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭%1</translation>
    </message>
</context>
<context>
    <name>app::DocumentSight</name>
    <message>
        <source>Hidden during a blind pass. Leave the pass, or finish it.</source>
        <translation>盲评期间隐藏。请离开本轮，或完成它。</translation>
    </message>
</context>
<context>
    <name>app::DoubtActions</name>
    <message>
        <source>No word is doubtful.</source>
        <translation>没有存疑的词。</translation>
    </message>
    <message>
        <source>None of these words is doubtful or a draft.</source>
        <translation>这些词中没有存疑的词或草稿。</translation>
    </message>
    <message numerus="yes">
        <source>accept %n word(s)</source>
        <translation>
            <numerusform>接受 %n 个词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) taken out of the text, as not said. Ctrl+Z brings them back.</source>
        <translation>
            <numerusform>已从文本中删去 %n 个没有说过的词。Ctrl+Z 可恢复。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::DoubtTexts</name>
    <message>
        <source>The word was guessed from the sound.</source>
        <translation>这个词是从声音中猜出的。</translation>
    </message>
    <message>
        <source>It was not found in the sound; it lies where there was room.</source>
        <translation>在声音中没有找到它；它位于有空位的地方。</translation>
    </message>
    <message>
        <source>The sound hardly fits this word.</source>
        <translation>声音与这个词不太相符。</translation>
    </message>
    <message>
        <source>Its start may be %1 s off.</source>
        <translation>它的起点可能偏差 %1 秒。</translation>
    </message>
    <message>
        <source>Its end may be %1 s off.</source>
        <translation>它的终点可能偏差 %1 秒。</translation>
    </message>
    <message>
        <source>Somebody should listen to it.</source>
        <translation>应该有人听一听。</translation>
    </message>
</context>
<context>
    <name>app::DraftTracks</name>
    <message>
        <source>Suggested: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n open, dashed until you accept them</source>
        <translation>
            <numerusform>%n 个待处理，接受前为虚线</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::EditActions</name>
    <message>
        <source>The keys , and . move the end.</source>
        <translation>按键 , 和 . 移动终点。</translation>
    </message>
    <message>
        <source>The keys , and . move the start.</source>
        <translation>按键 , 和 . 移动起点。</translation>
    </message>
</context>
<context>
    <name>app::Editor</name>
    <message>
        <source>This track is locked. A right click on its head unlocks it.</source>
        <translation>此轨道已锁定。右键单击轨道头可解锁。</translation>
    </message>
    <message>
        <source>“%1” cannot be taken back: %2</source>
        <translation>无法撤销“%1”：%2</translation>
    </message>
    <message>
        <source>%1 %2 for segment %3</source>
        <translation>片段 %3 的 %1 设为 %2</translation>
    </message>
    <message>
        <source>no %1 for segment %2</source>
        <translation>片段 %2 无 %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>remark on %1</source>
        <translation>对 %1 的注释</translation>
    </message>
    <message>
        <source>“%1” is no number; %2 wants one, or nothing.</source>
        <translation>“%1”不是数字；%2 需要数字或留空。</translation>
    </message>
    <message>
        <source>The label %1 takes no numbers.</source>
        <translation>标签 %1 不接受数字。</translation>
    </message>
    <message>
        <source>No value was given: a name is needed that it is kept under.</source>
        <translation>未给出任何值：需要一个名字来保存它。</translation>
    </message>
</context>
<context>
    <name>app::EntrySwitcher</name>
    <message>
        <source>Open video</source>
        <translation>打开视频</translation>
    </message>
    <message>
        <source>Commands…   Ctrl+K</source>
        <translation>命令…   Ctrl+K</translation>
    </message>
</context>
<context>
    <name>app::EraseDialog</name>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>cut out</source>
        <translation>剪除</translation>
    </message>
    <message>
        <source>masked and silenced</source>
        <translation>遮盖并静音</translation>
    </message>
    <message>
        <source>written without them</source>
        <translation>重写并去除</translation>
    </message>
    <message>
        <source>cannot be erased</source>
        <translation>无法删除</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>录像</translation>
    </message>
    <message>
        <source>sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>list of the dataset</source>
        <translation>数据集列表</translation>
    </message>
    <message>
        <source>project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>steps to undo</source>
        <translation>撤销步骤</translation>
    </message>
    <message>
        <source>earlier version</source>
        <translation>早先的版本</translation>
    </message>
    <message>
        <source>damaged project</source>
        <translation>损坏的项目</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>name of a file</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>The person who is erased</source>
        <translation>要删除的人</translation>
    </message>
    <message>
        <source>Where the person occurs</source>
        <translation>此人出现的地方</translation>
    </message>
    <message>
        <source>The name once more</source>
        <translation>再次输入姓名</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>删除一个人</translation>
    </message>
    <message>
        <source>a name that the project or the dataset knows</source>
        <translation>项目或数据集中已有的姓名</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>处理</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Why and how much</source>
        <translation>原因和数量</translation>
    </message>
    <message>
        <source>&amp;Person</source>
        <translation>人(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;List where they occur</source>
        <translation>列出出现之处(&amp;L)</translation>
    </message>
    <message>
        <source>This cannot be undone. It does not reach copies elsewhere, published folders, what a model has learnt (train the model again) and blocks that a disk keeps of deleted files.</source>
        <translation>此操作无法撤销。它无法触及别处的副本、已发布的文件夹、模型已学到的内容（请重新训练）以及磁盘保留的已删除文件的数据块。</translation>
    </message>
    <message>
        <source>Type the &amp;name again</source>
        <translation>再次输入姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>删除(&amp;E)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s). Nothing was changed.</source>
        <translation>
            <numerusform>%n 处。没有更改任何内容。</numerusform>
        </translation>
    </message>
    <message>
        <source>Erased, and looked for again: nothing is left in what is listed. Other files of the folder, such as texts that the dataset does not name, were not looked through. What was done is in %1.</source>
        <translation>已删除并再次查找：列出的内容中没有遗留。文件夹中的其他文件（例如数据集未列出的文本）没有检查。所做的事记录在 %1 中。</translation>
    </message>
    <message>
        <source>These places are still there; erase again.</source>
        <translation>这些地方仍然存在；请再次删除。</translation>
    </message>
    <message>
        <source>Nobody else is known in this recording.</source>
        <translation>此录像中没有其他已知的人。</translation>
    </message>
    <message>
        <source>Others are in it: face and voice are hidden.</source>
        <translation>其中还有他人：面孔和声音会被隐藏。</translation>
    </message>
    <message>
        <source>The file is not there; a copy elsewhere is not reached.</source>
        <translation>文件不在；别处的副本无法触及。</translation>
    </message>
    <message>
        <source>The file’s name says the person’s; give it another.</source>
        <translation>文件名中有此人的姓名；请改名。</translation>
    </message>
    <message>
        <source>Entries that go: %1; written without the name: %2.</source>
        <translation>移除的条目：%1；去掉姓名重写：%2。</translation>
    </message>
    <message>
        <source>Files of other programs are not rewritten.</source>
        <translation>其他程序的文件不会重写。</translation>
    </message>
    <message>
        <source>Videos of the person alone, and the name, go.</source>
        <translation>只有此人的视频以及姓名会被移除。</translation>
    </message>
    <message>
        <source>Segments that go: %1; texts without the name: %2; other state that changes: %3.</source>
        <translation>移除的片段：%1；去掉姓名的文本：%2；其他更改：%3。</translation>
    </message>
    <message>
        <source>Steps that may hold the person: %1.</source>
        <translation>可能含有此人的步骤：%1。</translation>
    </message>
    <message>
        <source>The version stays, without the person.</source>
        <translation>版本保留，去除此人。</translation>
    </message>
    <message>
        <source>A damaged file is not looked into.</source>
        <translation>损坏的文件不会查看。</translation>
    </message>
    <message>
        <source>Made again when needed.</source>
        <translation>需要时重新生成。</translation>
    </message>
    <message>
        <source>Segments that it has learnt or was chosen by: %1. What it learnt stays until it is trained again.</source>
        <translation>用于学习或选择模型的片段：%1。在重新训练之前，模型已学到的内容会保留。</translation>
    </message>
</context>
<context>
    <name>app::ExchangeActions</name>
    <message>
        <source>Open a video first: annotation belongs to one.</source>
        <translation>请先打开视频：标注属于视频。</translation>
    </message>
    <message>
        <source>Annotation (%1)</source>
        <translation>标注 (%1)</translation>
    </message>
    <message>
        <source>Import annotation</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>%1 was imported.</source>
        <translation>已导入 %1。</translation>
    </message>
    <message>
        <source>Export annotation</source>
        <translation>导出标注</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written: %1</source>
        <translation>
            <numerusform>已写入 %n 个文件：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Reading the words and labels that %1 is about</source>
        <translation>正在读取 %1 所涉及的词语和标签</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)</source>
        <translation>
            <numerusform>正在读取 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>The annotation %1.</source>
        <translation>标注%1。</translation>
    </message>
    <message numerus="yes">
        <source>the annotation of %n file(s)</source>
        <translation>
            <numerusform>%n 个文件的标注</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were imported.</source>
        <translation>
            <numerusform>已导入 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Files of %1 end with %2. Write this format into %3 all the same?</source>
        <translation>%1 的文件以 %2 结尾。仍要把这种格式写入 %3 吗？</translation>
    </message>
</context>
<context>
    <name>app::ExpectedPanel</name>
    <message>
        <source>M&amp;easure</source>
        <translation>测量(&amp;E)</translation>
    </message>
    <message>
        <source>Trains a few epochs of it, which are not kept, to see how long they take</source>
        <translation>训练其中几轮（不保留），以了解需要多久</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>A few epochs are being measured…</source>
        <translation>正在测量几轮…</translation>
    </message>
</context>
<context>
    <name>app::ExperimentActions</name>
    <message>
        <source>Starting two trainings</source>
        <translation>正在启动两次训练</translation>
    </message>
    <message>
        <source>Comparing two trainings</source>
        <translation>正在比较两次训练</translation>
    </message>
    <message>
        <source>Looking for the last training</source>
        <translation>正在查找上一次训练</translation>
    </message>
    <message>
        <source>There is no training here that could be done again. Train once; then this compares it with the labels as they are.</source>
        <translation>这里没有可以重做的训练。先训练一次；之后这里会将其与现在的标签作比较。</translation>
    </message>
</context>
<context>
    <name>app::ExperimentForm</name>
    <message>
        <source>Side A</source>
        <translation>A 方</translation>
    </message>
    <message>
        <source>Side B</source>
        <translation>B 方</translation>
    </message>
    <message>
        <source>Each side is trained with the seeds 1, 2, 3 … and counts by the mean of its figures, so that a lucky beginning decides less.</source>
        <translation>每一方都用种子 1、2、3…… 训练，并以其数值的平均计，使碰巧的开头影响更小。</translation>
    </message>
    <message>
        <source>Both learn from</source>
        <translation>双方的学习来源</translation>
    </message>
    <message>
        <source>The list of models is being read…</source>
        <translation>正在读取模型列表…</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Epochs at most</source>
        <translation>最多轮数(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Patience</source>
        <translation>耐心(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>种子数(&amp;S)</translation>
    </message>
    <message>
        <source>It goes &amp;into</source>
        <translation>放入(&amp;I)</translation>
    </message>
    <message>
        <source>Both sides are</source>
        <translation>双方都是</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>没有这样的模型。</translation>
    </message>
    <message>
        <source>Both sides are the same; change one of them.</source>
        <translation>双方相同；请更改其中一方。</translation>
    </message>
    <message>
        <source>%1 works word by word and cannot learn from sequences with rows of their own; choose another model, LMF for instance.</source>
        <translation>%1 逐词工作，不能从各有自己行的序列学习；请选择其他模型，例如 LMF。</translation>
    </message>
    <message>
        <source>Say into which folder it goes, as a whole path.</source>
        <translation>请以完整路径说明放入哪个文件夹。</translation>
    </message>
    <message>
        <source>A side has no modality to learn from; tick one.</source>
        <translation>有一方没有可学习的模态；请勾选一个。</translation>
    </message>
</context>
<context>
    <name>app::ExperimentPage</name>
    <message>
        <source>running: seed %1 of %2</source>
        <translation>进行中：第 %1 个种子，共 %2 个</translation>
    </message>
    <message>
        <source>%1 of %2 seeds are trained</source>
        <translation>%2 个种子中已训练 %1 个</translation>
    </message>
    <message>
        <source>broken off at seed %1 of %2</source>
        <translation>在第 %1 个种子处中断，共 %2 个</translation>
    </message>
    <message>
        <source>trained; is being compared</source>
        <translation>已训练；正在比较</translation>
    </message>
    <message numerus="yes">
        <source>done: %n seed(s)</source>
        <translation>
            <numerusform>完成：%n 个种子</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 reads the data</source>
        <translation>%1 正在读取数据</translation>
    </message>
    <message>
        <source>%1: epoch %2 of %3 at most</source>
        <translation>%1：第 %2 轮，最多 %3 轮</translation>
    </message>
    <message numerus="yes">
        <source>%1: done after %n epoch(s)</source>
        <translation>
            <numerusform>%1：%n 轮后完成</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: stopped after %n epoch(s)</source>
        <translation>
            <numerusform>%1：%n 轮后停止</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 broke off. %2</source>
        <translation>%1 已中断。%2</translation>
    </message>
    <message>
        <source>Nothing can be told: there are too few videos in the test fold.</source>
        <translation>无法判断：测试集中的视频太少。</translation>
    </message>
    <message>
        <source>%1 is better by %2 %3 (%4 … %5).</source>
        <translation>%1 好 %2 %3（%4 … %5）。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>各次比较</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The output whose figures are shown</source>
        <translation>显示其数值的输出</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1，种子 %2</translation>
    </message>
    <message>
        <source>all outputs</source>
        <translation>所有输出</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no comparisons in this folder yet.</source>
        <translation>此文件夹中还没有比较。</translation>
    </message>
    <message>
        <source>No epoch is over yet.</source>
        <translation>还没有完成任何一轮。</translation>
    </message>
    <message>
        <source>A: %1 · B: %2</source>
        <translation>A：%1 · B：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) cannot tell A from B: B − A is %1 %2 (%3 … %4).</source>
        <translation>
            <numerusform>%n 个种子分辨不出 A 与 B：B − A 为 %1 %2（%3 … %4）。</numerusform>
        </translation>
    </message>
    <message>
        <source>A and B gave the same: what differs between them changes nothing on these data.</source>
        <translation>A 与 B 结果相同：两者的差别在这些数据上没有影响。</translation>
    </message>
    <message>
        <source>&amp;Use B</source>
        <translation>使用 B(&amp;U)</translation>
    </message>
    <message>
        <source>The model of B&apos;s first seed predicts in the window from now on.</source>
        <translation>从现在起由 B 的第一个种子的模型在窗口中预测。</translation>
    </message>
</context>
<context>
    <name>app::ExperimentRunTexts</name>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Acc-2</source>
        <translation>Acc-2</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>No label has changed since %1 was trained.</source>
        <translation>自 %1 训练以来没有标签改动。</translation>
    </message>
    <message>
        <source>%1 had no test, so nothing could say what new labels bring: train with a test first.</source>
        <translation>%1 没有测试，因此无法说明新标签带来什么：请先带测试训练。</translation>
    </message>
</context>
<context>
    <name>app::ExperimentTexts</name>
    <message>
        <source>own rows</source>
        <translation>自己的行</translation>
    </message>
    <message>
        <source>%1 rows a second: %2</source>
        <translation>每秒 %1 行：%2</translation>
    </message>
    <message>
        <source>aligned to words: %1, incomplete words left out</source>
        <translation>对齐到词：%1，略去不完整的词</translation>
    </message>
    <message>
        <source>aligned to words: %1, gaps filled by %2</source>
        <translation>对齐到词：%1，空缺填以 %2</translation>
    </message>
    <message>
        <source>labels as they were</source>
        <translation>原来的标签</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n 个已改动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 个新增</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gone</source>
        <translation>
            <numerusform>%n 个已去掉</numerusform>
        </translation>
    </message>
    <message>
        <source>labels now: %1</source>
        <translation>现在的标签：%1</translation>
    </message>
    <message>
        <source>rows of the file</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>face</source>
        <translation>面部</translation>
    </message>
    <message>
        <source>%1; %2 alone</source>
        <translation>%1；仅%2</translation>
    </message>
</context>
<context>
    <name>app::ExplanationRun</name>
    <message>
        <source>segment %1 of the dataset</source>
        <translation>数据集的第 %1 个片段</translation>
    </message>
    <message>
        <source>The model process ended %1 times (%2) and is not started again.</source>
        <translation>模型进程结束了 %1 次（%2），不再启动。</translation>
    </message>
    <message>
        <source>The model process ended at it (%1).</source>
        <translation>模型进程在此结束（%1）。</translation>
    </message>
    <message>
        <source>The model process is gone (%1); it goes on with segment %2.</source>
        <translation>模型进程已消失（%1）；从第 %2 个片段继续。</translation>
    </message>
    <message>
        <source>it did not answer for %1 s</source>
        <translation>它 %1 秒没有回答</translation>
    </message>
    <message>
        <source>it crashed or was killed</source>
        <translation>它崩溃或被终止</translation>
    </message>
    <message>
        <source>it stopped</source>
        <translation>它停止了</translation>
    </message>
    <message>
        <source>The model process ended without a word.</source>
        <translation>模型进程没有说明就结束了。</translation>
    </message>
    <message>
        <source>Asking the model about the dataset</source>
        <translation>正在就数据集询问模型</translation>
    </message>
    <message>
        <source>%1 cannot be started</source>
        <translation>无法启动 %1</translation>
    </message>
</context>
<context>
    <name>app::ExportDialog</name>
    <message>
        <source>An apostrophe before cells that a &amp;spreadsheet would take for formulas</source>
        <translation>在会被电子表格视为公式的单元格前加撇号(&amp;S)</translation>
    </message>
    <message>
        <source>Export annotation</source>
        <translation>导出标注</translation>
    </message>
    <message>
        <source>Tiers to write</source>
        <translation>要写入的标注层</translation>
    </message>
    <message>
        <source>What this format cannot hold</source>
        <translation>此格式无法保存的内容</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>What will be lost:</source>
        <translation>将丢失的内容：</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无。</translation>
    </message>
</context>
<context>
    <name>app::ExportKinds</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>What to export</source>
        <translation>要导出的内容</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>app::ExportSpanDialog</name>
    <message>
        <source>Export selection</source>
        <translation>导出选区</translation>
    </message>
    <message>
        <source>%1: %2 to %3, %4 s</source>
        <translation>%1：%2 至 %3，%4 秒</translation>
    </message>
    <message>
        <source>&amp;Clip: picture and sound, encoded anew (mp4)</source>
        <translation>片段(&amp;C)：画面和声音，重新编码 (mp4)</translation>
    </message>
    <message>
        <source>&amp;Sound: 16-bit samples (wav)</source>
        <translation>声音(&amp;S)：16 位采样 (wav)</translation>
    </message>
    <message>
        <source>&amp;Table: words, labels and features (csv)</source>
        <translation>表格(&amp;T)：词、标签和特征 (csv)</translation>
    </message>
    <message>
        <source>Features for the table</source>
        <translation>表格中的特征</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>app::ExtractChoicePage</name>
    <message>
        <source>Make again what is there already</source>
        <translation>重新生成已有的内容</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Add a &amp;folder…</source>
        <translation>添加文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Transcripts…</source>
        <translation>文字稿(&amp;T)…</translation>
    </message>
    <message>
        <source>A folder with A.txt, A.srt, A.vtt, A.TextGrid or A.eaf for A.mp4</source>
        <translation>包含与 A.mp4 对应的 A.txt、A.srt、A.vtt、A.TextGrid 或 A.eaf 的文件夹</translation>
    </message>
    <message>
        <source>&amp;Copy as command</source>
        <translation>复制为命令(&amp;C)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>You can go on working. What is done stays done, also after a crash.</source>
        <translation>可以继续工作。已完成的部分即使崩溃也会保留。</translation>
    </message>
    <message>
        <source>a new folder, or one to add to</source>
        <translation>新文件夹,或要补充的文件夹</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Nothing leaves this machine. Recordings are read, never written to.</source>
        <translation>一切都留在本机。录音录像只会被读取,不会被改写。</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>预计用时</translation>
    </message>
    <message>
        <source>Dataset in</source>
        <translation>数据集位置</translation>
    </message>
    <message>
        <source>Else only what is missing, or was made of another recording or transcript</source>
        <translation>否则只生成缺少的内容，或由其他录像或文本生成的内容</translation>
    </message>
    <message>
        <source>Licence of the points of the face: the model comes from the package libdlib-data, which declares it CC0-1.0. Its makers say that it was trained on the iBUG 300-W pictures, whose terms exclude commercial use. This is said once.</source>
        <translation>面部关键点的许可：模型来自软件包 libdlib-data，声明为 CC0-1.0。其作者说明它是用 iBUG 300-W 图片训练的，其条款不允许商业用途。此说明只显示一次。</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音录像</translation>
    </message>
    <message>
        <source>Video and sound %1;;All files (*)</source>
        <translation>视频和声音 %1;;所有文件 (*)</translation>
    </message>
    <message>
        <source>A folder of recordings</source>
        <translation>录音录像文件夹</translation>
    </message>
    <message>
        <source>A folder of transcripts</source>
        <translation>文字稿文件夹</translation>
    </message>
    <message>
        <source>The dataset&apos;s folder</source>
        <translation>数据集文件夹</translation>
    </message>
    <message>
        <source>Add recordings, or drop them here.</source>
        <translation>添加录音录像,或拖放到此处。</translation>
    </message>
    <message>
        <source>No recording is ticked.</source>
        <translation>没有勾选录音录像。</translation>
    </message>
    <message>
        <source>No feature is ticked.</source>
        <translation>没有勾选特征。</translation>
    </message>
    <message>
        <source>Choose a folder for the dataset.</source>
        <translation>请选择数据集文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n 个录音录像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Start %n recording(s)</source>
        <translation>
            <numerusform>开始处理 %n 个录音录像(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>命令已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>app::ExtractDialog</name>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Per word</source>
        <translation>按词</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>向量</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>面部</translation>
    </message>
    <message>
        <source>Steps of each recording</source>
        <translation>每个录音录像的步骤</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录音录像</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>已略过</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>was there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>The report is on the clipboard.</source>
        <translation>报告已在剪贴板上。</translation>
    </message>
    <message>
        <source>Valence</source>
        <translation>效价</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Arousal</source>
        <translation>激动程度</translation>
    </message>
    <message>
        <source>Face points</source>
        <translation>面部点</translation>
    </message>
    <message>
        <source>Blendshapes</source>
        <translation>混合形状</translation>
    </message>
</context>
<context>
    <name>app::ExtractProgressPage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Copy the &amp;report</source>
        <translation>复制报告(&amp;P)</translation>
    </message>
    <message>
        <source>Sh&amp;ow them</source>
        <translation>显示(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open the dataset</source>
        <translation>打开数据集(&amp;O)</translation>
    </message>
    <message>
        <source>Progress of all recordings</source>
        <translation>全部录音录像的进度</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>What runs goes on in the background</source>
        <translation>正在进行的工作会在后台继续</translation>
    </message>
    <message>
        <source>Making sequences</source>
        <translation>正在生成序列</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translation>用时 %1。</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Retry the %n…</source>
        <translation>
            <numerusform>重试这 %n 个(&amp;R)…</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be done</source>
        <translation>未能完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>What is done is kept.</source>
        <translation>已完成的部分会保留。</translation>
    </message>
    <message>
        <source>%1 of %2 done, %3 failed</source>
        <translation>%2 个中完成 %1 个,失败 %3 个</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) done</source>
        <translation>
            <numerusform>完成 %n 个录音录像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n without words</source>
        <translation>
            <numerusform>%1；%n 个没有词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n cut short</source>
        <translation>
            <numerusform>%1；%n 个不完整</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ExtractionActions</name>
    <message>
        <source>Make se&amp;quences…</source>
        <translation>生成序列(&amp;Q)…</translation>
    </message>
    <message>
        <source>The recordings of this dataset are called otherwise than its videos, so no sequences can be made of them here.</source>
        <translation>此数据集的录像与其视频名称不同，因此无法在这里由它们生成序列。</translation>
    </message>
</context>
<context>
    <name>app::ExtractionRun</name>
    <message>
        <source>The program that makes sequences ended without a word.</source>
        <translation>生成序列的程序未给出任何信息就结束了。</translation>
    </message>
    <message>
        <source>Making sequences</source>
        <translation>正在生成序列</translation>
    </message>
</context>
<context>
    <name>app::FaceActions</name>
    <message>
        <source>Faces are not shown: turn them on first (menu View).</source>
        <translation>人脸未显示：请先打开（菜单“视图”）。</translation>
    </message>
    <message>
        <source>There are no landmarks of faces of this video. File → Sequences… makes them.</source>
        <translation>此视频没有人脸的关键点。“文件 → 序列…”可生成它们。</translation>
    </message>
    <message>
        <source>&amp;Name…</source>
        <translation>姓名(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Same person as</source>
        <translation>与此人相同(&amp;S)</translation>
    </message>
    <message>
        <source>Someone &amp;else from here on</source>
        <translation>从这里起是另一个人(&amp;E)</translation>
    </message>
    <message>
        <source>%1 is someone else from here on</source>
        <translation>%1 从这里起是另一个人</translation>
    </message>
    <message>
        <source>&amp;Measures of this person for tracks and models</source>
        <translation>轨道和模型使用此人的测量值(&amp;M)</translation>
    </message>
    <message>
        <source>measures of %1</source>
        <translation>%1 的测量值</translation>
    </message>
    <message>
        <source>All faces as they were &amp;found</source>
        <translation>所有人脸恢复为找到时的样子(&amp;F)</translation>
    </message>
    <message>
        <source>faces as they were found</source>
        <translation>人脸恢复为找到时的样子</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 就是 %2</translation>
    </message>
    <message>
        <source>the selection</source>
        <translation>选区</translation>
    </message>
    <message>
        <source>this segment</source>
        <translation>此片段</translation>
    </message>
    <message>
        <source>%1 speaks</source>
        <translation>%1 说话</translation>
    </message>
    <message>
        <source>S&amp;peaks in %1 (%2 s)</source>
        <translation>在%1中说话（%2 秒）(&amp;P)</translation>
    </message>
    <message>
        <source>N&amp;obody speaks in %1</source>
        <translation>%1中无人说话(&amp;O)</translation>
    </message>
    <message>
        <source>nobody speaks</source>
        <translation>无人说话</translation>
    </message>
    <message>
        <source>Speaks from &amp;here on</source>
        <translation>从这里起说话(&amp;H)</translation>
    </message>
    <message>
        <source>Speaks in the &amp;whole video</source>
        <translation>在整个视频中说话(&amp;W)</translation>
    </message>
    <message>
        <source>Name of a person</source>
        <translation>人物姓名</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>姓名：</translation>
    </message>
    <message>
        <source>name %1</source>
        <translation>命名 %1</translation>
    </message>
    <message>
        <source>%1 is not seen both before and after the playhead.</source>
        <translation>%1 并非在播放头前后都出现。</translation>
    </message>
    <message>
        <source>%1 (both are seen at once for %2 s)</source>
        <translation>%1（两人同时出现 %2 秒）</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
</context>
<context>
    <name>app::FaceFeed</name>
    <message>
        <source>Open a video in the library: the face at the playhead is shown.</source>
        <translation>请在库中打开一个视频：将显示播放头处的人脸。</translation>
    </message>
    <message>
        <source>There are no landmarks of faces of this video. Extracting features finds them.</source>
        <translation>此视频没有人脸关键点。提取特征时会找到它们。</translation>
    </message>
    <message>
        <source>Extract features…</source>
        <translation>提取特征…</translation>
    </message>
    <message>
        <source>Nobody&apos;s face is seen at the playhead.</source>
        <translation>播放头处看不到任何人的脸。</translation>
    </message>
    <message>
        <source>Reading the faces…</source>
        <translation>正在读取人脸…</translation>
    </message>
    <message>
        <source>%1 has no face at the playhead.</source>
        <translation>%1 在播放头处没有人脸。</translation>
    </message>
</context>
<context>
    <name>app::Faces</name>
    <message>
        <source>Person %1</source>
        <translation>人物 %1</translation>
    </message>
    <message>
        <source>Reading the faces</source>
        <translation>正在读取人脸</translation>
    </message>
</context>
<context>
    <name>app::FeatureChoice</name>
    <message>
        <source>Words, aligned</source>
        <translation>词(已对齐)</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>音素</translation>
    </message>
    <message>
        <source>How sure the words are</source>
        <translation>词的可信程度</translation>
    </message>
    <message>
        <source>Voice, as CMU-MOSI has it</source>
        <translation>声音(如 CMU-MOSI)</translation>
    </message>
    <message>
        <source>Voice, as eGeMAPS has it</source>
        <translation>声音(如 eGeMAPS)</translation>
    </message>
    <message>
        <source>Voice per word</source>
        <translation>每个词的声音</translation>
    </message>
    <message>
        <source>Mel spectrum</source>
        <translation>梅尔谱</translation>
    </message>
    <message>
        <source>Cepstrum</source>
        <translation>倒谱</translation>
    </message>
    <message>
        <source>Face and head</source>
        <translation>面部与头部</translation>
    </message>
    <message>
        <source>Points of the face</source>
        <translation>面部关键点</translation>
    </message>
    <message>
        <source>start and end of each word of the transcript</source>
        <translation>文字稿中每个词的起止时间</translation>
    </message>
    <message>
        <source>the sounds of each word</source>
        <translation>每个词的音素</translation>
    </message>
    <message>
        <source>confidence of each word, expected error of its edges</source>
        <translation>每个词的置信度及边界的预期误差</translation>
    </message>
    <message>
        <source>pitch, glottal flow, cepstrum; 74 columns, 100 Hz</source>
        <translation>音高、声门流、倒谱;74 列,100 Hz</translation>
    </message>
    <message>
        <source>loudness, pitch, voice quality; 25 columns, 100 Hz</source>
        <translation>响度、音高、音质;25 列,100 Hz</translation>
    </message>
    <message>
        <source>eGeMAPS summed up for each word; 88 columns</source>
        <translation>按词汇总的 eGeMAPS;88 列</translation>
    </message>
    <message>
        <source>26 bands, 100 Hz</source>
        <translation>26 个频带,100 Hz</translation>
    </message>
    <message>
        <source>13 coefficients, 100 Hz</source>
        <translation>13 个系数,100 Hz</translation>
    </message>
    <message>
        <source>pose, mouth, smile, brows, eyes of whoever speaks; each frame</source>
        <translation>说话者的头部姿态、嘴、微笑、眉、眼;逐帧</translation>
    </message>
    <message>
        <source>&lt; 1 s</source>
        <translation>&lt; 1 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Hear words where there is no transcript</source>
        <translation>无文字稿时通过语音识别词</translation>
    </message>
    <message>
        <source>One word of four is wrong; all of them are marked as a draft.</source>
        <translation>每四个词约有一个错误;全部标记为草稿。</translation>
    </message>
    <message>
        <source>Words and phones</source>
        <translation>词与音素</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>面部</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>with it</source>
        <translation>随附</translation>
    </message>
    <message>
        <source>Vectors of the words</source>
        <translation>词的向量</translation>
    </message>
    <message>
        <source>68 points of every face, in pixels</source>
        <translation>每张脸的 68 个关键点(像素)</translation>
    </message>
    <message>
        <source>Level and shape of the spectrum</source>
        <translation>频谱的电平与形状</translation>
    </message>
    <message>
        <source>loudness in dB, slopes, centroid, flux; 11 columns, 100 Hz</source>
        <translation>电平（dB）、斜率、重心、通量；11 列，100 Hz</translation>
    </message>
    <message>
        <source>Valence of the words</source>
        <translation>词的效价</translation>
    </message>
    <message>
        <source>Expression of the face</source>
        <translation>面部表情</translation>
    </message>
    <message>
        <source>meaning of each English word (GloVe), else its spelling</source>
        <translation>每个英语词的词义（GloVe），否则为其拼写</translation>
    </message>
    <message>
        <source>how positive English words and sentences are, −3 to 3</source>
        <translation>英语的词和句子有多积极，−3 到 3</translation>
    </message>
    <message>
        <source>what raters would see in it: seven chances and valence; 10 Hz</source>
        <translation>评分者会看到什么：七个概率和效价；10 Hz</translation>
    </message>
    <message>
        <source>Arousal of the voice</source>
        <translation>嗓音的激动程度</translation>
    </message>
    <message>
        <source>how roused it sounds, −1 to 1, whatever the microphone&apos;s gain; 1 Hz</source>
        <translation>听起来有多激动，−1 到 1，与麦克风增益无关；1 Hz</translation>
    </message>
    <message>
        <source>Face and head, by 468 points</source>
        <translation>由 468 个点测得的面部与头部</translation>
    </message>
    <message>
        <source>The 468 points</source>
        <translation>468 个点</translation>
    </message>
    <message>
        <source>pose, mouth, smile, brows, eyes of the largest face; each frame; needs no package</source>
        <translation>最大的脸的姿态、嘴、微笑、眉、眼；逐帧；不需要额外软件包</translation>
    </message>
    <message>
        <source>x, y and z of each in pixels; 1404 columns, each frame</source>
        <translation>每个点的 x、y、z（像素）；1404 列，逐帧</translation>
    </message>
    <message>
        <source>Blendshapes</source>
        <translation>混合形状</translation>
    </message>
    <message>
        <source>smile, blink, brows, gaze of the largest face, 0 to 1; 52 columns, each frame</source>
        <translation>最大的脸的微笑、眨眼、眉毛、视线，0 到 1；52 列，逐帧</translation>
    </message>
    <message>
        <source>Needs a file face_landmarker.task, which Google publishes for MediaPipe&apos;s Face Landmarker under the Apache-2.0 licence. Name yours in the settings.</source>
        <translation>需要文件 face_landmarker.task，由 Google 以 Apache-2.0 许可证为 MediaPipe 的 Face Landmarker 发布。请在设置中指定您的文件。</translation>
    </message>
</context>
<context>
    <name>app::FeatureReader</name>
    <message>
        <source>Overview of large features</source>
        <translation>大型特征概览</translation>
    </message>
</context>
<context>
    <name>app::FeatureTracks</name>
    <message>
        <source>a track of %1</source>
        <translation>%1 的轨道</translation>
    </message>
    <message>
        <source>remove the track %1</source>
        <translation>移除轨道 %1</translation>
    </message>
    <message>
        <source>aligned</source>
        <translation>已对齐</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>older than the words</source>
        <translation>早于词的改动</translation>
    </message>
</context>
<context>
    <name>app::FetchDialog</name>
    <message>
        <source>Cite: %1 (%2, %3)</source>
        <translation>引用：%1（%2，%3）</translation>
    </message>
    <message>
        <source>Licence: %1</source>
        <translation>许可：%1</translation>
    </message>
    <message>
        <source>Polylogue neither holds nor licenses these files: their authors&apos; terms apply.</source>
        <translation>Polylogue 既不持有也不授权这些文件：适用其作者的条款。</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>was there</source>
        <translation>已存在</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>已获取</translation>
    </message>
    <message>
        <source>fetched, resumed</source>
        <translation>已续传完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Fetch a standard dataset</source>
        <translation>获取标准数据集</translation>
    </message>
    <message>
        <source>https://… ; {id} and {group} stand for the dataset&apos;s and the file&apos;s</source>
        <translation>https://… ；{id} 和 {group} 代表数据集和文件的名称</translation>
    </message>
    <message>
        <source>Progress of all files</source>
        <translation>所有文件的进度</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>数据集(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>来源(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>目标(&amp;I)</translation>
    </message>
    <message>
        <source>Files of the dataset</source>
        <translation>数据集的文件</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>存放文件的文件夹</translation>
    </message>
    <message>
        <source>Choose at least one file.</source>
        <translation>请至少选择一个文件。</translation>
    </message>
    <message>
        <source>Say where the files come from: Polylogue knows no address for them.</source>
        <translation>请指定文件来源：Polylogue 没有它们的地址。</translation>
    </message>
    <message>
        <source>“%1” is no address: it should begin with http:// or https://.</source>
        <translation>“%1”不是地址：应以 http:// 或 https:// 开头。</translation>
    </message>
    <message>
        <source>Choose a folder for the files.</source>
        <translation>请选择存放文件的文件夹。</translation>
    </message>
    <message>
        <source>The folder holds another dataset already; choose another one.</source>
        <translation>该文件夹已有另一个数据集；请另选一个。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Fetch</source>
        <translation>获取(&amp;E)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2 per second</source>
        <translation>%1，每秒 %2</translation>
    </message>
    <message>
        <source>Stopped. Fetch goes on where it ended if the server can, and else begins a file anew.</source>
        <translation>已停止。如果服务器支持，再次获取会从中断处继续，否则该文件从头开始。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be fetched. %1 Fetch tries again.</source>
        <translation>
            <numerusform>%n 个文件无法获取。%1 再次“获取”会重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>正在查看文件夹</translation>
    </message>
</context>
<context>
    <name>app::FileQuestion</name>
    <message>
        <source>%1 is open here, and would be lost. Choose another name.</source>
        <translation>%1 在此处已打开，会被覆盖。请另选一个名称。</translation>
    </message>
</context>
<context>
    <name>app::FileSource</name>
    <message>
        <source>file as a camera · %1 pictures a second</source>
        <translation>文件作为摄像头 · 每秒 %1 幅画面</translation>
    </message>
    <message>
        <source>its sound · 16 kHz</source>
        <translation>其声音 · 16 kHz</translation>
    </message>
    <message>
        <source>no sound</source>
        <translation>没有声音</translation>
    </message>
</context>
<context>
    <name>app::FolderCheck</name>
    <message>
        <source>%1 is a file; choose a folder.</source>
        <translation>%1 是文件；请选择文件夹。</translation>
    </message>
    <message>
        <source>No files can be written into %1; choose another folder.</source>
        <translation>无法在 %1 中写入文件；请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>app::FoundSuspects</name>
    <message>
        <source>Comparing labels</source>
        <translation>正在比较标签</translation>
    </message>
</context>
<context>
    <name>app::FoundWords</name>
    <message>
        <source>Looking where words are said</source>
        <translation>查找词在何处说出</translation>
    </message>
    <message numerus="yes">
        <source>align %n word(s)</source>
        <translation>
            <numerusform>对齐 %n 个词</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::FusionActions</name>
    <message>
        <source>There are no continuous ratings of this video yet: make a continuous tier, and record a rating while the video plays.</source>
        <translation>此视频还没有连续评分：请新建连续标注层，并在播放时录制评分。</translation>
    </message>
    <message>
        <source>fuse ratings into %1</source>
        <translation>合并评分为 %1</translation>
    </message>
</context>
<context>
    <name>app::FusionDialog</name>
    <message>
        <source>gold standard</source>
        <translation>金标准</translation>
    </message>
    <message>
        <source>&amp;Put the lags back in the raters&apos; tiers as well</source>
        <translation>同时前移各标注者的标注层(&amp;P)</translation>
    </message>
    <message>
        <source>Fuse continuous ratings</source>
        <translation>合并连续评分</translation>
    </message>
    <message>
        <source>Mean of the raters</source>
        <translation>标注者的平均</translation>
    </message>
    <message>
        <source>EWE: who agrees with the others counts more</source>
        <translation>EWE：与他人越一致，权重越大</translation>
    </message>
    <message>
        <source>Warped: likewise, each moment may be moved by up to 1 s</source>
        <translation>弯折：同上，每一时刻可移动至多 1 秒</translation>
    </message>
    <message>
        <source>Each other: the first to react counts as in time</source>
        <translation>彼此：最先反应者视为准时</translation>
    </message>
    <message>
        <source>&amp;Lags are measured against</source>
        <translation>延迟的参照(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;One trace of them</source>
        <translation>合成方式(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Name of the new tier</source>
        <translation>新标注层的名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Make the tier</source>
        <translation>建立标注层(&amp;M)</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>Rated</source>
        <translation>已评</translation>
    </message>
    <message>
        <source>Late by</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>CCC before</source>
        <translation>CCC 前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>后</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Seconds by which the rater reacts late. Type others; an empty field measures again.</source>
        <translation>标注者反应延迟的秒数。可另行输入；清空则重新测量。</translation>
    </message>
    <message>
        <source>Concordance with the mean of the other raters, as they were recorded</source>
        <translation>与其他标注者平均的一致性，按录制原样</translation>
    </message>
    <message>
        <source>The same with all lags put back</source>
        <translation>前移全部延迟之后</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Comparing the ratings…</source>
        <translation>正在比较评分…</translation>
    </message>
    <message>
        <source>Comparing continuous ratings</source>
        <translation>比较连续评分</translation>
    </message>
    <message>
        <source>Choose at least one rating.</source>
        <translation>请至少选择一条评分。</translation>
    </message>
    <message>
        <source>How late one rater is can only be measured against a sequence.</source>
        <translation>单个标注者的延迟只能相对于序列测量。</translation>
    </message>
    <message>
        <source>Lags are those with which the ratings go best with %1.</source>
        <translation>这些延迟使评分与 %1 最为吻合。</translation>
    </message>
    <message>
        <source>Lags are measured against the first to react, whose own lag is not known.</source>
        <translation>延迟相对于最先反应者测量，其自身的延迟未知。</translation>
    </message>
</context>
<context>
    <name>app::GoldItemActions</name>
    <message>
        <source>A blind review goes on: leave it before you say what is right.</source>
        <translation>盲评正在进行：请先离开，再说明什么是正确的。</translation>
    </message>
    <message>
        <source>Choose a labelled segment first: a click on it does.</source>
        <translation>请先选择一个带标签的片段：点击即可。</translation>
    </message>
    <message>
        <source>%1 · segment %2</source>
        <translation>%1 · 片段 %2</translation>
    </message>
    <message>
        <source>This segment has no value that could be right: settle it, or label it first.</source>
        <translation>此片段没有可作为正确值的值：请先裁定或标注。</translation>
    </message>
    <message>
        <source>make a gold item</source>
        <translation>设为金标准片段</translation>
    </message>
    <message numerus="yes">
        <source>%n gold item(s): Review → Begin or go on with a pass… trains on them or hides them.</source>
        <translation>
            <numerusform>%n 个金标准片段：复查 → 开始或继续一轮… 可用其练习或将其隐藏其中。</numerusform>
        </translation>
    </message>
    <message>
        <source>take a gold item away</source>
        <translation>取消金标准片段</translation>
    </message>
    <message>
        <source>%1 is no gold item any more.</source>
        <translation>%1 不再是金标准片段。</translation>
    </message>
    <message>
        <source>%1 is no gold item.</source>
        <translation>%1 不是金标准片段。</translation>
    </message>
</context>
<context>
    <name>app::GoldItemDialog</name>
    <message>
        <source>Gold item</source>
        <translation>金标准片段</translation>
    </message>
    <message>
        <source>Right is: %1</source>
        <translation>正确值：%1</translation>
    </message>
    <message>
        <source>&amp;Why is that right? It is shown after the answer in training.</source>
        <translation>为何正确(&amp;W)？练习时在作答后显示。</translation>
    </message>
    <message>
        <source>Annotators practise on gold items, and passes may hide some among their segments.</source>
        <translation>标注者用金标准片段练习，各轮也可在其片段中隐藏一些。</translation>
    </message>
    <message>
        <source>Make it &amp;gold</source>
        <translation>设为金标准(&amp;G)</translation>
    </message>
</context>
<context>
    <name>app::GoldTexts</name>
    <message numerus="yes">
        <source>%1 of %n right</source>
        <translation>
            <numerusform>%n 个中 %1 个正确</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 away on average</source>
        <translation>%1 · 平均偏离 %2</translation>
    </message>
</context>
<context>
    <name>app::GuideTexts</name>
    <message>
        <source>%1 (English)</source>
        <translation>%1（英文）</translation>
    </message>
</context>
<context>
    <name>app::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Pages of help</source>
        <translation>帮助页面列表</translation>
    </message>
    <message>
        <source>Page of help</source>
        <translation>帮助页面</translation>
    </message>
    <message>
        <source>en</source>
        <extracomment>The language of the pages of help: de, zh_CN.</extracomment>
        <translation>zh_CN</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page after</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Find in all pages</source>
        <translation>在所有页面中查找</translation>
    </message>
</context>
<context>
    <name>app::HistoryTexts</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
</context>
<context>
    <name>app::ImportDialog</name>
    <message>
        <source>Import annotation</source>
        <translation>导入标注</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2): %n item(s) read, %3 skipped</source>
        <translation>
            <numerusform>%1（%2）：已读取 %n 项，跳过 %3 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Tiers of the file</source>
        <translation>文件的标注层</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n item(s)</source>
        <translation>
            <numerusform>%1 · %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>What was skipped, and why</source>
        <translation>跳过的内容及原因</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… 及另外 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>In&amp;to</source>
        <translation>导入到(&amp;T)</translation>
    </message>
    <message>
        <source>, by %1</source>
        <translation>，标注者 %1</translation>
    </message>
</context>
<context>
    <name>app::ImportFilesDialog</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n 个层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Import annotation</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Files and the videos that they go into</source>
        <translation>文件及其所属的视频</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Goes into</source>
        <translation>导入到</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按文件所述</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) skipped</source>
        <translation>
            <numerusform>跳过 %n 项</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n file(s) will be imported.</source>
        <translation>
            <numerusform>将导入 %n 个文件中的 %1 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>no video has this name: double-click beside it to choose</source>
        <translation>没有同名视频：请双击旁边的单元格选择一个</translation>
    </message>
    <message>
        <source>%1, first line %2: %3</source>
        <translation>%1,首先第 %2 行:%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1，标注者 %2</translation>
    </message>
</context>
<context>
    <name>app::ImportRoles</name>
    <message>
        <source>Tiers of their own</source>
        <translation>独立的标注层</translation>
    </message>
    <message>
        <source>Judgements of the labelled segments, by annotator</source>
        <translation>对带标签片段的判断，按标注者</translation>
    </message>
    <message>
        <source>&amp;As</source>
        <translation>作为(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Words are</source>
        <translation>词语为(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Labelled segments are</source>
        <translation>带标签的片段为(&amp;L)</translation>
    </message>
    <message>
        <source>none of these tiers</source>
        <translation>以上层都不是</translation>
    </message>
    <message>
        <source>of each file its own: %1</source>
        <translation>各文件各自的:%1</translation>
    </message>
</context>
<context>
    <name>app::InfluenceDialog</name>
    <message>
        <source>Label that is measured</source>
        <translation>被测量的标签</translation>
    </message>
    <message>
        <source>Annotators, separated by commas</source>
        <translation>标注者，以逗号分隔</translation>
    </message>
    <message>
        <source>Seed of the draw</source>
        <translation>抽签的种子</translation>
    </message>
    <message>
        <source>&amp;Copy the sentence</source>
        <translation>复制句子(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Begin to measure</source>
        <translation>开始测量(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;End the measurement</source>
        <translation>结束测量(&amp;E)</translation>
    </message>
    <message>
        <source>Measure the model’s influence</source>
        <translation>测量模型的影响</translation>
    </message>
    <message>
        <source>Do answers move towards a prediction that is seen before them? Chance decides for each segment and annotator of blind passes whether the prediction is shown beside the answer; other people’s answers stay hidden.</source>
        <translation>回答会向事先看到的预测移动吗？在盲评轮次中，对每个片段和标注者由随机决定预测是否显示在回答旁；他人的回答仍然隐藏。</translation>
    </message>
    <message>
        <source>&amp;Label:</source>
        <translation>标签(&amp;L)：</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>模型：</translation>
    </message>
    <message>
        <source>&amp;Annotators:</source>
        <translation>标注者(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Seed:</source>
        <translation>种子(&amp;S)：</translation>
    </message>
    <message>
        <source>Distance of answers to the prediction, in steps</source>
        <translation>回答与预测的距离（级）</translation>
    </message>
    <message>
        <source>The project has no label on a scale of numbers that could be measured.</source>
        <translation>项目没有可测量的数值标签。</translation>
    </message>
    <message>
        <source>none answers now; open one first, and begin then</source>
        <translation>当前没有模型回答；请先打开一个再开始</translation>
    </message>
    <message>
        <source>There are no segments to be judged.</source>
        <translation>没有可评判的片段。</translation>
    </message>
    <message numerus="yes">
        <source>Simulating what %n segment(s) can find…</source>
        <translation>
            <numerusform>正在模拟 %n 个片段能发现什么…</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting the segments…</source>
        <translation>正在数片段…</translation>
    </message>
</context>
<context>
    <name>app::InfluenceTexts</name>
    <message>
        <source>No answer was given yet while a prediction of this label was measured.</source>
        <translation>在测量该标签的预测期间还没有人回答。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were answered both with and without the prediction; %1 are needed before anything can be told.</source>
        <translation>
            <numerusform>%n 个片段在有和没有预测时都被回答；需要 %1 个才能得出结论。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where the prediction was visible (%1 answers, %n segment(s)), answers lay %2 steps nearer to it (p = %3).</source>
        <translation>
            <numerusform>在预测可见之处（%1 个回答，%n 个片段），回答离预测近 %2 级（p = %3）。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Where the prediction was visible (%1 answers, %n segment(s)), answers lay %2 steps further from it (p = %3).</source>
        <translation>
            <numerusform>在预测可见之处（%1 个回答，%n 个片段），回答离预测远 %2 级（p = %3）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pull %1 [%2, %3]: 0 is the own view, 1 the prediction.</source>
        <translation>牵引 %1 [%2, %3]：0 是自己的看法，1 是预测。</translation>
    </message>
    <message>
        <source>The pull is undefined: too few segments have two hidden answers, or the prediction says what people say anyway.</source>
        <translation>牵引未定义：有两个隐藏回答的片段太少，或预测与人们本来的说法相同。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were answered in one way only and count for nothing.</source>
        <translation>
            <numerusform>%n 个片段只以一种方式被回答，不计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not randomised: who looks may differ from who does not.</source>
        <translation>未随机化：查看的人可能与不查看的人不同。</translation>
    </message>
    <message>
        <source>Two annotators at least are needed: half of them see the prediction of a segment.</source>
        <translation>至少需要两位标注者：其中一半看到片段的预测。</translation>
    </message>
    <message numerus="yes">
        <source>With %n segment(s) and %1 annotators, a pull of %2 is found in four of five such measurements.</source>
        <translation>
            <numerusform>有 %n 个片段和 %1 位标注者时，五次这样的测量中有四次能发现 %2 的牵引。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n segment(s) and %1 annotators, even a pull of %2 is found in fewer than four of five such measurements.</source>
        <translation>
            <numerusform>有 %n 个片段和 %1 位标注者时，即使 %2 的牵引也只在不到五分之四的测量中被发现。</numerusform>
        </translation>
    </message>
    <message>
        <source>The measurement of %1 has ended. Annotators: %2. %3 of %4 answers count.</source>
        <translation>%1 的测量已结束。标注者：%2。%4 个回答中有 %3 个计入。</translation>
    </message>
    <message>
        <source>%1 is measured. Annotators: %2. %3 of %4 answers count so far; blind passes show or hide the prediction by themselves.</source>
        <translation>正在测量 %1。标注者：%2。目前 %4 个回答中有 %3 个计入；盲评轮次会自动显示或隐藏预测。</translation>
    </message>
</context>
<context>
    <name>app::Influencing</name>
    <message>
        <source>Looking at the answers so far</source>
        <translation>正在查看已有的回答</translation>
    </message>
    <message>
        <source>Simulating measurements</source>
        <translation>正在模拟测量</translation>
    </message>
</context>
<context>
    <name>app::InspectorTab</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>app::Keymap</name>
    <message>
        <source>Video editor</source>
        <translation>视频编辑器</translation>
    </message>
    <message>
        <source>Polylogue</source>
        <translation>Polylogue</translation>
    </message>
</context>
<context>
    <name>app::KnownAnswers</name>
    <message>
        <source>Looking for kept predictions</source>
        <translation>正在查找保存的预测</translation>
    </message>
    <message>
        <source>stale: the model&apos;s file has changed</source>
        <translation>已过期：模型文件已改变</translation>
    </message>
    <message>
        <source>Keeping the predictions</source>
        <translation>正在保存预测</translation>
    </message>
    <message>
        <source>stale: words, segments or files of the dataset have changed</source>
        <translation>已过时：数据集的词、片段或文件有变化</translation>
    </message>
</context>
<context>
    <name>app::LabelFitting</name>
    <message>
        <source>The project is kept in no file yet, so a model of your own has no place beside it.</source>
        <translation>项目尚未保存到文件，因此您自己的模型没有存放之处。</translation>
    </message>
    <message>
        <source>Fitting to own labels</source>
        <translation>正在拟合到自己的标签</translation>
    </message>
    <message>
        <source>No output is less wrong when it is fitted, each video held out: the model stays as it is.</source>
        <translation>逐个视频留出时，没有输出因拟合而误差更小：模型保持不变。</translation>
    </message>
    <message>
        <source>Fitted: the mean error of %1 is %2 instead of %3, each video held out (%4 labels).</source>
        <translation>已拟合：逐个视频留出时，%1 的平均误差为 %2（原为 %3；%4 个标签）。</translation>
    </message>
</context>
<context>
    <name>app::LabelTitles</name>
    <message>
        <source>By %1</source>
        <translation>由 %1 标注</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>共识</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>%1 (tier)</source>
        <translation>%1（标注层）</translation>
    </message>
    <message>
        <source>Consensus (majority)</source>
        <translation>共识（多数）</translation>
    </message>
</context>
<context>
    <name>app::LabellingActions</name>
    <message>
        <source>While it plays, a digit that is held down makes a segment of the tier in hand.</source>
        <translation>播放时按住数字键，会在当前标注层上新建片段。</translation>
    </message>
    <message>
        <source>Reaction delay</source>
        <translation>反应延迟</translation>
    </message>
    <message>
        <source>Milliseconds by which you answer late; what is labelled while it plays is put back by them:</source>
        <translation>作答滞后的毫秒数；边播放边标注的内容会相应提前：</translation>
    </message>
    <message>
        <source>While it plays, a digit labels the labelled segment under the playhead.</source>
        <translation>播放时，数字标注播放头下的已标注片段。</translation>
    </message>
</context>
<context>
    <name>app::LayerRows</name>
    <message>
        <source>fusion layer of %1</source>
        <translation>%1 的融合层</translation>
    </message>
</context>
<context>
    <name>app::LearnChoiceTexts</name>
    <message numerus="yes">
        <source>all %n together</source>
        <translation>
            <numerusform>全部 %n 个一起</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::LearningActions</name>
    <message>
        <source>Open a dataset with segments first.</source>
        <translation>请先打开带有片段的数据集。</translation>
    </message>
    <message>
        <source>The first label takes no numbers: only of numbers can be learnt here.</source>
        <translation>第一个标签不接受数字：这里只能从数字中学习。</translation>
    </message>
    <message numerus="yes">
        <source>After ten answers it tells how well a model does; by now there are %n.</source>
        <translation>
            <numerusform>有十个回答后会说明模型的好坏；目前有 %n 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>r %1 after %n answer(s); off by %2.</source>
        <translation>
            <numerusform>%n 个回答后 r 为 %1；误差 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 It is enough: %n more would hardly change anything.</source>
        <translation>
            <numerusform>%1 已经足够：再多 %n 个几乎不会有变化。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 With %n more, r %2 is expected (%3 to %4).</source>
        <translation>
            <numerusform>%1 再多 %n 个，预计 r 为 %2（%3 到 %4）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Learning from the answers so far</source>
        <translation>从目前的回答中学习</translation>
    </message>
    <message>
        <source>%1 The answers so far do not follow what is seen, heard and said, so nothing is promised.</source>
        <translation>%1 目前的回答与所见、所闻、所说不相符，因此不作任何承诺。</translation>
    </message>
    <message>
        <source>%1 The order helps: tried on these answers, r is higher by %2 than by chance.</source>
        <translation>%1 这个顺序有帮助：在这些回答上试验，r 比随机顺序高 %2。</translation>
    </message>
    <message>
        <source>%1 Tried on these answers, the order of the queue teaches no more than chance.</source>
        <translation>%1 在这些回答上试验，队列的顺序并不比随机顺序更有教益。</translation>
    </message>
    <message>
        <source>Typical segments come first in the queue: from few answers they teach most.</source>
        <translation>典型片段排在队列最前面：回答还少时，它们最有教益。</translation>
    </message>
</context>
<context>
    <name>app::LearntLabels</name>
    <message>
        <source>Label that a model learnt</source>
        <translation>模型所学的标签</translation>
    </message>
    <message>
        <source>Labels that a model learnt</source>
        <translation>模型所学标签的值</translation>
    </message>
</context>
<context>
    <name>app::LibraryReader</name>
    <message>
        <source>Reading the library</source>
        <translation>正在读取视频库</translation>
    </message>
</context>
<context>
    <name>app::LiveDisplay</name>
    <message>
        <source>No transcript is at hand: the model goes without text.</source>
        <translation>没有文字稿：模型不使用文本。</translation>
    </message>
    <message>
        <source>of the video&apos;s transcript</source>
        <translation>来自视频的文字稿</translation>
    </message>
    <message>
        <source>no transcript</source>
        <translation>没有文字稿</translation>
    </message>
    <message>
        <source>mark: mean of the last 10 s</source>
        <translation>刻度：最近 10 秒的平均值</translation>
    </message>
    <message numerus="yes">
        <source>learnt from %n other video(s): no measure of you</source>
        <translation>
            <numerusform>从其他 %n 个视频学到：不是对您的衡量</numerusform>
        </translation>
    </message>
    <message>
        <source>no measure of you</source>
        <translation>不是对您的衡量</translation>
    </message>
    <message>
        <source>%1 reads rows of features. Choose a model that looks at pictures and hears sound itself.</source>
        <translation>%1 读取特征行。请选择自己看画面、听声音的模型。</translation>
    </message>
    <message>
        <source>%1 · last %2 s</source>
        <translation>%1 · 最近 %2 秒</translation>
    </message>
    <message>
        <source>%1 when off</source>
        <translation>关闭时 %1</translation>
    </message>
    <message>
        <source>age %1 ms</source>
        <translation>延迟 %1 毫秒</translation>
    </message>
    <message>
        <source>p50 %1 · p95 %2 ms</source>
        <translation>p50 %1 · p95 %2 毫秒</translation>
    </message>
    <message>
        <source>waited</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>传输</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>The recording has ended. Esc leaves; “Another source” begins anew.</source>
        <translation>录像已结束。按 Esc 离开；“其他来源”重新开始。</translation>
    </message>
    <message>
        <source>The model is being loaded.</source>
        <translation>正在加载模型。</translation>
    </message>
    <message>
        <source>The first answer comes after %1 s.</source>
        <translation>第一个回答在 %1 秒后出现。</translation>
    </message>
    <message>
        <source>No face for %1 s.</source>
        <translation>已有 %1 秒没有人脸。</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 pictures a second, none dropped</source>
        <translation>每秒 %1 帧，无丢弃</translation>
    </message>
    <message numerus="yes">
        <source>%1 pictures a second, %n dropped</source>
        <translation>
            <numerusform>每秒 %1 帧，丢弃 %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers a second, none left out</source>
        <translation>每秒 %1 个回答，无略过</translation>
    </message>
    <message numerus="yes">
        <source>%1 answers a second, %n left out</source>
        <translation>
            <numerusform>每秒 %1 个回答，略过 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>CPU %1 % of %n core(s)</source>
        <translation>
            <numerusform>CPU 占 %n 个核心的 %1 %</numerusform>
        </translation>
    </message>
    <message>
        <source>Every fourth answer is asked for once more without each sense, where the model is fast enough. None was so far.</source>
        <translation>若模型足够快，每第四个回答会在缺少各感官时再问一次。目前还没有。</translation>
    </message>
    <message>
        <source>The answer about %1 … %2 s, minus that without the sense.</source>
        <translation>关于 %1 … %2 秒的回答，减去缺少该感官时的回答。</translation>
    </message>
    <message>
        <source>1 face · detector %1 · %2 ms</source>
        <translation>1 张脸 · 检测器 %1 · %2 ms</translation>
    </message>
    <message>
        <source>parts that learnt from real people: no measure of you</source>
        <translation>从真人学习的部分：并非对您的衡量</translation>
    </message>
    <message>
        <source>read as they are said</source>
        <translation>说完即读</translation>
    </message>
    <message>
        <source>The recording has ended before there was an answer: each is about %1 s.</source>
        <translation>录像在有回答之前就结束了：每个回答针对 %1 秒。</translation>
    </message>
    <message>
        <source>No answer for %1 s: the machine is too slow for this model, or busy.</source>
        <translation>已有 %1 秒没有回答：这台机器对该模型太慢，或正忙。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>app::LiveLabels</name>
    <message>
        <source>Labels while playing need a tier of segments or points; click its track first.</source>
        <translation>边播放边标注需要片段或点的标注层；请先单击其轨道。</translation>
    </message>
    <message>
        <source>label while playing</source>
        <translation>边播放边标注</translation>
    </message>
    <message>
        <source>%1 has no step %2.</source>
        <translation>%1 没有第 %2 级。</translation>
    </message>
</context>
<context>
    <name>app::LivePrediction</name>
    <message>
        <source>No modality is on: the model hears, sees and reads nothing.</source>
        <translation>没有开启任何模态：模型听不到、看不到、也读不到任何内容。</translation>
    </message>
</context>
<context>
    <name>app::LiveRoom</name>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>A video in the place of a camera</source>
        <translation>以视频代替摄像头</translation>
    </message>
    <message>
        <source>Videos (*.mp4 *.mkv *.mov *.avi *.webm *.m4v);;All files (*)</source>
        <translation>视频 (*.mp4 *.mkv *.mov *.avi *.webm *.m4v);;所有文件 (*)</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>camera and microphone</source>
        <translation>摄像头和麦克风</translation>
    </message>
    <message>
        <source>Looking for live models</source>
        <translation>正在查找实时模型</translation>
    </message>
    <message>
        <source>No model that looks at pictures and hears sound was found.</source>
        <translation>没有找到能看画面、听声音的模型。</translation>
    </message>
    <message>
        <source>Where recordings go</source>
        <translation>录像的存放位置</translation>
    </message>
    <message>
        <source>The recording is being completed.</source>
        <translation>正在完成录像。</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>kept</translation>
    </message>
    <message>
        <source>The last 10 s are being written.</source>
        <translation>正在写入最近 10 秒。</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>已录制：%1</translation>
    </message>
    <message>
        <source>Looking for recordings</source>
        <translation>正在查找录像</translation>
    </message>
</context>
<context>
    <name>app::MainWindow</name>
    <message>
        <source>Polylogue</source>
        <translation>Polylogue</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>视频库</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>%1 – Polylogue</source>
        <translation>%1 – Polylogue</translation>
    </message>
    <message>
        <source>Review queue</source>
        <translation>复查队列</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>dataset %1, video %2, project %3</source>
        <translation>数据集 %1，视频 %2，项目 %3</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>What sounds and looks alike</source>
        <translation>听起来和看起来相似的</translation>
    </message>
    <message>
        <source>Suspicious labels</source>
        <translation>可疑标签</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>app::MarkImport</name>
    <message>
        <source>marks of the live session</source>
        <translation>实时会话的标记</translation>
    </message>
</context>
<context>
    <name>app::MediaTracks</name>
    <message>
        <source>%1 · %2 fps</source>
        <translation>%1 · %2 fps</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>单声道</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>立体声</translation>
    </message>
    <message>
        <source>%1 channels</source>
        <translation>%1 声道</translation>
    </message>
    <message>
        <source>%1 kHz %2 · RMS, peak</source>
        <translation>%1 kHz %2 · RMS、峰值</translation>
    </message>
    <message>
        <source>%1 · not readable: %2</source>
        <translation>%1 · 无法读取：%2</translation>
    </message>
</context>
<context>
    <name>app::Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Align</source>
        <translation>对齐(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>&amp;Tracks</source>
        <translation>轨道(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Docks</source>
        <translation>面板(&amp;D)</translation>
    </message>
    <message>
        <source>Show title bars to &amp;move docks</source>
        <translation>显示标题栏以移动面板(&amp;M)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Ed&amp;ges and times</source>
        <translation>边界与时间(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Jump</source>
        <translation>跳转(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Demo and standard datasets</source>
        <translation>演示与标准数据集(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Project</source>
        <translation>项目(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Find and select</source>
        <translation>查找与选择(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>画面(&amp;P)</translation>
    </message>
    <message>
        <source>Aligned val&amp;ues</source>
        <translation>对齐后的值(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Mode</source>
        <translation>模式(&amp;M)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>Spee&amp;d</source>
        <translation>速度(&amp;E)</translation>
    </message>
    <message>
        <source>Sound and &amp;cameras</source>
        <translation>声音与机位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;More about words</source>
        <translation>更多词操作(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Offsets</source>
        <translation>偏移(&amp;O)</translation>
    </message>
    <message>
        <source>Reci&amp;pe</source>
        <translation>配方(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>取值(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Confidence and remarks</source>
        <translation>置信度与备注(&amp;C)</translation>
    </message>
    <message>
        <source>Co&amp;ntinuous ratings</source>
        <translation>连续评分(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Tiers</source>
        <translation>标注层(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>复查(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Gold items</source>
        <translation>金标准片段(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Inputs</source>
        <translation>输入(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Agreement</source>
        <translation>一致性(&amp;A)</translation>
    </message>
    <message>
        <source>Con&amp;versation</source>
        <translation>对话(&amp;V)</translation>
    </message>
</context>
<context>
    <name>app::MergeDialog</name>
    <message>
        <source>Merge %1</source>
        <translation>合并 %1</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Save the list…</source>
        <translation>保存列表…</translation>
    </message>
    <message>
        <source>Both changed the same. Choose what counts; what stays undecided is as in yours, and nothing that either changed is removed. A click shows the place. Keys: M or X mine, T or A theirs, B both, where both can stand; Enter goes on.</source>
        <translation>双方改了同一处。请选择以何者为准；未决定的与您的项目相同，任何一方改过的内容都不会被删除。单击可显示该处。按键：M 或 X 我的，T 或 A 对方的，B 两者（可并存时）；回车转到下一处。</translation>
    </message>
</context>
<context>
    <name>app::MessageList</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1 · a right click copies it with details</source>
        <translation>%1 · 右键单击可连同详情复制</translation>
    </message>
    <message>
        <source>&amp;Copy all with details</source>
        <translation>连同详情全部复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy with details</source>
        <translation>连同详情复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Select all</source>
        <translation>全选(&amp;S)</translation>
    </message>
</context>
<context>
    <name>app::ModelCardDialog</name>
    <message>
        <source>About %1</source>
        <translation>关于 %1</translation>
    </message>
    <message>
        <source>The model&apos;s card</source>
        <translation>模型卡片</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>复制为 JSON</translation>
    </message>
</context>
<context>
    <name>app::ModelCardText</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>text alone</source>
        <translation>仅文字</translation>
    </message>
    <message>
        <source>sound alone</source>
        <translation>仅声音</translation>
    </message>
    <message>
        <source>vision alone</source>
        <translation>仅画面</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>weighted accuracy</source>
        <translation>加权准确率</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>by</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>%1 … %2, column %3 of the labels</source>
        <translation>%1 … %2，标签的第 %3 列</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>not learnt from</source>
        <translation>未学习</translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the sequence %2</source>
        <translation>%1，来自序列 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s): %1</source>
        <translation>
            <numerusform>%n 个视频：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>SHA-256 of the data</source>
        <translation>数据的 SHA-256</translation>
    </message>
    <message>
        <source>command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>What it predicts</source>
        <translation>预测什么</translation>
    </message>
    <message>
        <source>What it takes</source>
        <translation>需要什么</translation>
    </message>
    <message>
        <source>What it learnt from</source>
        <translation>从何学习</translation>
    </message>
    <message>
        <source>How it learnt</source>
        <translation>如何学习</translation>
    </message>
    <message>
        <source>How it is built</source>
        <translation>如何构成</translation>
    </message>
    <message>
        <source>The card as it is in the file</source>
        <translation>文件中的卡片原文</translation>
    </message>
    <message>
        <source>How good it is on videos that it has not seen</source>
        <translation>在未见过的视频上效果如何</translation>
    </message>
    <message>
        <source>On the videos by which training was ended</source>
        <translation>在据以结束训练的视频上</translation>
    </message>
    <message>
        <source>On the videos that it learnt from</source>
        <translation>在学习所用的视频上</translation>
    </message>
    <message>
        <source>Acc-2 and F1 tell negative from positive. A label from 0 upwards has no negative side, so it has neither: see MAE and r.</source>
        <translation>Acc-2 和 F1 区分负面与正面。从 0 开始的标签没有负面一侧，因此两者皆无：请看 MAE 和 r。</translation>
    </message>
    <message>
        <source>Acc-2 and F1 of a label from 0 upwards: whether it is there at all, above 0 as labelled and above 0.1 as predicted.</source>
        <translation>从 0 起的标签的 Acc-2 和 F1：是否存在，标注高于 0，预测高于 0.1。</translation>
    </message>
    <message>
        <source>whom</source>
        <translation>向谁学习</translation>
    </message>
</context>
<context>
    <name>app::ModelChoice</name>
    <message>
        <source>Looking for the model</source>
        <translation>正在查找模型</translation>
    </message>
    <message>
        <source>The model of this project is not there: %1. Until it is, the usual one predicts.</source>
        <translation>此项目的模型不在原处：%1。在它恢复之前，由默认模型进行预测。</translation>
    </message>
    <message>
        <source>%1 predicts here: it is the model that was chosen last, and fits this dataset.</source>
        <translation>此处由 %1 预测：它是上次选择的模型，适合此数据集。</translation>
    </message>
    <message>
        <source>Looking for the models to compare with</source>
        <translation>正在查找用于比较的模型</translation>
    </message>
    <message>
        <source>A model that this project compares with is not there: %1.</source>
        <translation>此项目用于比较的模型不存在：%1。</translation>
    </message>
    <message>
        <source>%1, which was chosen last, does not fit this dataset: %2.</source>
        <translation>上次选择的 %1 不适合此数据集：%2。</translation>
    </message>
</context>
<context>
    <name>app::ModelFigures</name>
    <message>
        <source>Predict with a model of the class %1</source>
        <translation>用 %1 类的模型预测</translation>
    </message>
    <message>
        <source>The model is asked about this segment…</source>
        <translation>正在向模型询问此片段…</translation>
    </message>
    <message>
        <source>The fusion tensor is shown of models of the class TFN; none predicts yet.</source>
        <translation>融合张量来自 TFN 类的模型；目前还没有模型在预测。</translation>
    </message>
    <message>
        <source>“%1” has no fusion tensor: models of the class TFN have one.</source>
        <translation>“%1”没有融合张量：TFN 类的模型才有。</translation>
    </message>
    <message>
        <source>The fusion graph is shown of models of the class GraphMFN; none predicts yet.</source>
        <translation>融合图来自 GraphMFN 类的模型；目前还没有模型在预测。</translation>
    </message>
    <message>
        <source>“%1” has no fusion graph: models of the class GraphMFN have one.</source>
        <translation>“%1”没有融合图：GraphMFN 类的模型才有。</translation>
    </message>
    <message>
        <source>%1, mean over its words</source>
        <translation>%1，各词的平均</translation>
    </message>
    <message>
        <source>at “%1”, %2</source>
        <translation>在“%1”处，%2</translation>
    </message>
    <message>
        <source>at word %1, %2</source>
        <translation>在第 %1 个词处，%2</translation>
    </message>
</context>
<context>
    <name>app::ModelInput</name>
    <message>
        <source>The model learnt from windows of recordings, not from labelled segments, so it has no answer about one.</source>
        <translation>该模型从录像的窗口学习，而不是从带标签的片段学习，因此对单个片段没有回答。</translation>
    </message>
    <message>
        <source>The model learnt from features scaled over each whole video, which is not done here. The mode Dataset asks it about all segments.</source>
        <translation>该模型从按整个视频缩放的特征学习，这里不做缩放。“数据集”模式会就所有片段询问它。</translation>
    </message>
    <message>
        <source>The model sees a segment together with those before it, as packed files have them, so it cannot answer for one alone.</source>
        <translation>该模型把片段与它之前的片段一起看（如打包文件所含），因此不能单独回答一个片段。</translation>
    </message>
    <message>
        <source>The file has no features of this segment.</source>
        <translation>该文件没有此片段的特征。</translation>
    </message>
    <message>
        <source>No words in this segment.</source>
        <translation>此片段中没有词。</translation>
    </message>
</context>
<context>
    <name>app::ModelLackText</name>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Make sequences…</source>
        <translation>生成序列…</translation>
    </message>
    <message>
        <source>The model looks at the recording, and there is none of this video.</source>
        <translation>该模型直接使用录像，而此视频没有录像。</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>The model reads words, and this video has none yet.</source>
        <translation>该模型读取词语，而此视频还没有词。</translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation>转写</translation>
    </message>
    <message>
        <source>The video has no features yet: sequences of %1 are missing.</source>
        <translation>视频还没有特征：缺少%1的序列。</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2。</translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation>训练模型…</translation>
    </message>
    <message>
        <source>There is no sequence of %1 here; the model gets the mean of its training instead.</source>
        <translation>此处没有%1的序列；模型改用训练均值。</translation>
    </message>
    <message>
        <source>The file has no features of %1; the model gets the mean of its training instead.</source>
        <translation>该文件没有%1特征；模型改用其训练时的平均值。</translation>
    </message>
    <message>
        <source>The model reads words, and this video has neither words nor a recording. A model can be trained on rows of sequences.</source>
        <translation>该模型读取词，而此视频既没有词也没有录制文件。可以用序列的行训练一个模型。</translation>
    </message>
    <message>
        <source>Make labelled segments…</source>
        <translation>建立带标签的片段…</translation>
    </message>
    <message>
        <source>There are no labelled segments yet that an answer could label.</source>
        <translation>还没有可由回答来标注的带标签片段。</translation>
    </message>
</context>
<context>
    <name>app::ModelList</name>
    <message>
        <source>Looking for models</source>
        <translation>正在查找模型</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>wants %1 features of %2, here are %3</source>
        <translation>需要 %1 个特征（%2），此处为 %3 个</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>wants a recording</source>
        <translation>需要录像</translation>
    </message>
    <message>
        <source>learnt without labels: it gives no score, but finds what sounds and looks alike</source>
        <translation>未用标签训练：不给出分数，但能找到声音和画面相似的内容</translation>
    </message>
    <message>
        <source>wants features</source>
        <translation>需要特征</translation>
    </message>
    <message>
        <source>wants columns of sound that are not here</source>
        <translation>需要此处没有的声音列</translation>
    </message>
    <message>
        <source>wants arrays of features, and the file has none: %1</source>
        <translation>需要特征数组，而文件中没有：%1</translation>
    </message>
    <message>
        <source>wants arrays that the file does not have: %1; here are %2</source>
        <translation>需要文件中没有的数组：%1；这里有 %2</translation>
    </message>
    <message>
        <source>%1 · learnt from drawn speakers</source>
        <translation>%1 · 向绘制的说话人学习</translation>
    </message>
    <message>
        <source>parts that learnt from people, put together</source>
        <translation>汇总从真人学习的各部件</translation>
    </message>
    <message>
        <source>answers about whole conversations: choose it in the Conversation tab</source>
        <translation>针对整段对话作答：请在“对话”标签页中选择</translation>
    </message>
    <message>
        <source>%1 · mean error %2 on held-out segments</source>
        <translation>%1 · 留出片段上的平均误差 %2</translation>
    </message>
</context>
<context>
    <name>app::ModelMerit</name>
    <message>
        <source>On held-out segments it is no better than always giving the same answer.</source>
        <translation>在留出的片段上，它并不比总给同一个答案更好。</translation>
    </message>
    <message>
        <source>%1; text alone %2, sound alone %3, vision alone %4.</source>
        <translation>%1；仅文本 %2，仅声音 %3，仅画面 %4。</translation>
    </message>
    <message>
        <source>There was no test: no figure tells how good it is.</source>
        <translation>没有测试：没有数值说明它有多好。</translation>
    </message>
    <message>
        <source>Mean error on held-out segments: %1</source>
        <translation>留出片段上的平均误差：%1</translation>
    </message>
</context>
<context>
    <name>app::ModelTakes</name>
    <message>
        <source>It looks at the recordings and hears them itself.</source>
        <translation>它自己观看并聆听录制文件。</translation>
    </message>
    <message>
        <source>It takes aligned sequences and such with rows of their own.</source>
        <translation>它可用对齐的序列，也可用各有自己行的序列。</translation>
    </message>
    <message>
        <source>It works word by word: sequences are to be aligned to words.</source>
        <translation>它逐词工作：序列须与词对齐。</translation>
    </message>
    <message>
        <source>It sees whole conversations, turn by turn: who speaks, and what was said before.</source>
        <translation>它逐个话轮地读取整个对话：谁在说话，以及之前说了什么。</translation>
    </message>
    <message>
        <source>%1 learns from conversations, and this project has none; choose another model.</source>
        <translation>%1 从对话中学习，而此项目没有对话；请选择其他模型。</translation>
    </message>
    <message>
        <source>%1 learns from the labels of who speaks: segments of turns about both, in View → Conversation. Models of segments learn who listens.</source>
        <translation>%1 从说话者的标签学习：用“视图 → 对话”中由话轮生成的关于两者的片段。片段模型可以学习听者。</translation>
    </message>
    <message>
        <source>%1 needs two conversations to learn from: label another, or move one to train.</source>
        <translation>%1 需要两个对话来学习：再标注一个，或把一个移到 train。</translation>
    </message>
    <message>
        <source>%1 works word by word; choose rows of words, or another model.</source>
        <translation>%1 逐词工作；请选择词的行，或其他模型。</translation>
    </message>
</context>
<context>
    <name>app::ModelsClient</name>
    <message>
        <source>it crashed or was killed</source>
        <translation>已崩溃或被终止</translation>
    </message>
    <message>
        <source>it stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>The model process ended %1 times in a row (%2) and is not started again. Your work is untouched; open a model from the Model menu to try anew.</source>
        <translation>模型进程连续结束了 %1 次（%2），不再重新启动。您的工作不受影响；请从“模型”菜单打开模型重试。</translation>
    </message>
    <message>
        <source>The model process is gone (%1). Your work is untouched; it is being restarted.</source>
        <translation>模型进程已退出（%1）。您的工作不受影响；正在重新启动。</translation>
    </message>
    <message>
        <source>The model process answered nonsense (%1).</source>
        <translation>模型进程的应答无效（%1）。</translation>
    </message>
    <message>
        <source>it did not answer for a minute and was ended</source>
        <translation>一分钟没有回答，已被结束</translation>
    </message>
</context>
<context>
    <name>app::NearestFinder</name>
    <message>
        <source>Open a dataset with a video first.</source>
        <translation>请先打开带视频的数据集。</translation>
    </message>
    <message>
        <source>No model here compares what is seen with what is heard (VAT). Open one from the Model menu.</source>
        <translation>此处没有比较所见与所闻的模型（VAT）。请从“模型”菜单打开一个。</translation>
    </message>
</context>
<context>
    <name>app::NearestPanel</name>
    <message>
        <source>Comparing segments</source>
        <translation>正在比较片段</translation>
    </message>
    <message>
        <source>Model → What sounds and looks alike… compares the moment at the playhead with all segments of the dataset.</source>
        <translation>模型 → 听起来和看起来相似的… 把播放头处的时刻与数据集的所有片段比较。</translation>
    </message>
    <message>
        <source>Comparing all segments of the dataset…</source>
        <translation>正在比较数据集的所有片段…</translation>
    </message>
</context>
<context>
    <name>app::NeedTexts</name>
    <message>
        <source>Labels that differ</source>
        <translation>互不相同的标签</translation>
    </message>
    <message>
        <source>Two classes need %1 segments each: %2.</source>
        <translation>两类各需 %1 个片段：%2。</translation>
    </message>
    <message>
        <source>there are none yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>No segment has a value yet.</source>
        <translation>还没有片段有值。</translation>
    </message>
    <message numerus="yes">
        <source>%1 … %2, %n segment(s)</source>
        <translation>
            <numerusform>%1 … %2，%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>All have the same value.</source>
        <translation>所有值都相同。</translation>
    </message>
    <message>
        <source>Inputs for what is labelled</source>
        <translation>有标签片段的输入</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1：%2/%3</translation>
    </message>
    <message>
        <source>There are no features yet; sequences are made of the recordings.</source>
        <translation>还没有特征；序列由录像生成。</translation>
    </message>
    <message>
        <source>Tick at least one sequence.</source>
        <translation>请至少勾选一个序列。</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Nothing is labelled yet.</source>
        <translation>还没有任何标签。</translation>
    </message>
    <message>
        <source>Three videos with labels: %1 so far</source>
        <translation>三个带标签的视频：目前 %1 个</translation>
    </message>
    <message>
        <source>Labels in each part</source>
        <translation>每个部分都有标签</translation>
    </message>
    <message>
        <source>One to learn from, one to stop in time, one to be judged by.</source>
        <translation>一个用于学习，一个用于及时停止，一个用于评判。</translation>
    </message>
    <message>
        <source>Ten labelled segments in each part</source>
        <translation>每个部分十个有标签的片段</translation>
    </message>
    <message>
        <source>A test that means something</source>
        <translation>有意义的测试</translation>
    </message>
    <message>
        <source>With under %1 segments the interval of a figure is wide: it is shown.</source>
        <translation>片段少于 %1 个时数值的区间很宽：会显示出来。</translation>
    </message>
    <message>
        <source>These folds leave %1 without labels: %2.</source>
        <translation>该划分使 %1 没有标签：%2。</translation>
    </message>
    <message>
        <source>Three conversations with labels: %1 so far</source>
        <translation>三个有标签的对话：目前 %1 个</translation>
    </message>
</context>
<context>
    <name>app::NoteKeeper</name>
    <message>
        <source>Keeping the answers</source>
        <translation>正在保存回答</translation>
    </message>
</context>
<context>
    <name>app::OffsetDialog</name>
    <message>
        <source>Offset of %1</source>
        <translation>%1 的偏移</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>One frame &amp;earlier</source>
        <translation>提前一帧(&amp;E)</translation>
    </message>
    <message>
        <source>One frame &amp;later</source>
        <translation>推后一帧(&amp;L)</translation>
    </message>
    <message>
        <source>Where %1 begins on the timeline. A negative offset: it began before the first camera.</source>
        <translation>%1 在时间轴上开始的位置。负偏移表示它早于第一个机位开始录制。</translation>
    </message>
    <message>
        <source>&amp;Begins at</source>
        <translation>开始于(&amp;B)</translation>
    </message>
    <message>
        <source>How much later than in its file the rows of %1 lie in this video. A negative offset: earlier.</source>
        <translation>%1 的各行在此视频中比其文件中的时间晚多少。负偏移表示更早。</translation>
    </message>
    <message>
        <source>&amp;Later by</source>
        <translation>推迟(&amp;L)</translation>
    </message>
</context>
<context>
    <name>app::OpenActions</name>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open a folder of media and computational sequences</source>
        <translation>打开包含媒体和计算序列的文件夹</translation>
    </message>
    <message>
        <source>Folder of the clips of these segments</source>
        <translation>这些片段的短片文件夹</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message numerus="yes">
        <source>Add %n file(s) to the open dataset?</source>
        <translation>
            <numerusform>把 %n 个文件加入打开的数据集？</numerusform>
        </translation>
    </message>
    <message>
        <source>They become further tracks of the videos whose names they have.</source>
        <translation>它们成为同名视频的更多轨道。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>加入(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open instead</source>
        <translation>改为打开(&amp;O)</translation>
    </message>
    <message>
        <source>Projects, media, sequences, packed segments, tables of features and dataset lists (*.polylogue *.csd *.h5 *.hdf5 *.npz *.pkl *.csv *.arff *.json *.tar *.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wav *.flac *.mp3 *.m4a *.ogg *.opus);;All files (*)</source>
        <translation>项目、媒体、序列、打包片段、特征表和数据集列表 (*.polylogue *.csd *.h5 *.hdf5 *.npz *.pkl *.csv *.arff *.json *.tar *.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wav *.flac *.mp3 *.m4a *.ogg *.opus);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The demo is missing: this program was installed without its data.</source>
        <translation>缺少演示数据：此程序安装时没有附带数据。</translation>
    </message>
</context>
<context>
    <name>app::OpenDataset</name>
    <message numerus="yes">
        <source>%n media file(s) belong to videos that have one already, and are not used: %1.</source>
        <translation>
            <numerusform>%n 个媒体文件所属的视频已有媒体文件，因此未使用：%1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::OpenDialog</name>
    <message>
        <source>Tier and label</source>
        <translation>标注层和标签</translation>
    </message>
    <message>
        <source>What is believed of each segment</source>
        <translation>对每个片段的判断</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>How likely each step is</source>
        <translation>各级的可能性</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>90 % within</source>
        <translation>90% 在</translation>
    </message>
    <message>
        <source>Expected error</source>
        <translation>预期误差</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Guideline? Good annotators differ more than they should</source>
        <translation>指南？优秀标注者的差异过大</translation>
    </message>
    <message>
        <source>Where the guideline may be read in two ways</source>
        <translation>指南可能有两种读法之处</translation>
    </message>
    <message>
        <source>Their answers</source>
        <translation>他们的回答</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>&amp;Ask where it tells most</source>
        <translation>问最能说明问题之处(&amp;A)</translation>
    </message>
    <message>
        <source>How far the figures are</source>
        <translation>计算进度</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>What is still open</source>
        <translation>还有什么未定</translation>
    </message>
    <message>
        <source>First passes of annotators take next the segments where their answer tells most; every tenth is drawn by chance.</source>
        <translation>标注者的首轮接下来优先处理其回答最有信息的片段；每十个中有一个随机抽取。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Fault of the guideline</source>
        <translation>指南的错误(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Both are right</source>
        <translation>两者都对(&amp;B)</translation>
    </message>
    <message>
        <source>A &amp;slip</source>
        <translation>疏忽(&amp;S)</translation>
    </message>
    <message>
        <source>Fitting the model of annotators…</source>
        <translation>正在拟合标注者模型…</translation>
    </message>
    <message>
        <source>Nobody has judged a label on a scale of numbers yet: answers of first passes count.</source>
        <translation>还没有人评判数值标签：只计首轮的回答。</translation>
    </message>
    <message>
        <source>Nothing can be said of %1: %2.</source>
        <translation>对 %1 无法得出结论：%2。</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ 完成</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>A click, or Enter, goes to the place and plays it.</source>
        <translation>点击或按 Enter 会跳到该处并播放。</translation>
    </message>
</context>
<context>
    <name>app::OpenTexts</name>
    <message numerus="yes">
        <source>All %n judged segment(s) have answers enough.</source>
        <translation>
            <numerusform>全部 %n 个已评判的片段都有足够的回答。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done %1 of %2 judged segments, about %n answer(s) to go (%3 to %4).</source>
        <translation>
            <numerusform>%2 个已评判片段中完成 %1 个，大约还需 %n 个回答（%3 至 %4）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Below %1 segments, asking where it tells most may save nothing: the model has to know who rates how.</source>
        <translation>少于 %1 个片段时，问最能说明问题之处可能不会节省什么：模型需要了解谁如何评判。</translation>
    </message>
    <message numerus="yes">
        <source>%n annotator(s) share too few segments with others and count as ordinary ones.</source>
        <translation>
            <numerusform>%n 位标注者与他人共有的片段太少，按普通标注者处理。</numerusform>
        </translation>
    </message>
    <message>
        <source>The expected errors are about a tenth too small: what is done may be a little less certain.</source>
        <translation>预期误差约偏小十分之一：已完成的可能略不确定。</translation>
    </message>
    <message>
        <source>Asked because this answer tells most: the expected error was %1 steps before.</source>
        <translation>问到此处是因为这个回答最有信息：之前的预期误差为 %1 级。</translation>
    </message>
    <message>
        <source>Asked at random, so that the model of annotators can be checked.</source>
        <translation>随机抽取，以便检验标注者模型。</translation>
    </message>
    <message>
        <source>Asked to check the guideline: a second good annotator is needed here.</source>
        <translation>为检查指南而问：此处需要第二位优秀标注者。</translation>
    </message>
    <message>
        <source>Asked because all begin with the same segments.</source>
        <translation>因为所有人从相同的片段开始。</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>未查看</translation>
    </message>
    <message>
        <source>fault of the guideline</source>
        <translation>指南的错误</translation>
    </message>
    <message>
        <source>both are right</source>
        <translation>两者都对</translation>
    </message>
    <message>
        <source>a slip</source>
        <translation>疏忽</translation>
    </message>
</context>
<context>
    <name>app::OpenedProject</name>
    <message>
        <source>by a program that does not say who it is, since %1</source>
        <translation>由一个未表明身份的程序，自 %1 起</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>by %1 on %2 (process %3), since %4</source>
        <translation>由 %1 在 %2 上（进程 %3），自 %4 起</translation>
    </message>
    <message>
        <source>%1 cannot be edited: its folder may not be written.</source>
        <translation>无法编辑 %1：其文件夹不可写。</translation>
    </message>
    <message>
        <source>%1 cannot be edited: no lock can be written beside it. Is the disk full?</source>
        <translation>无法编辑 %1：旁边无法写入锁文件。磁盘满了吗？</translation>
    </message>
    <message>
        <source>%1 is being edited %2. You can look at it here, but not change it.</source>
        <translation>%1 正在被编辑（%2）。您可以在此查看，但不能修改。</translation>
    </message>
    <message>
        <source>%1 can be looked at, but not changed: %2.</source>
        <translation>%1 可以查看，但不能修改：%2。</translation>
    </message>
    <message>
        <source>This is a copy as of %1; open the project again to see what was saved since.</source>
        <translation>这是 %1 时的副本；要看此后保存的内容，请重新打开项目。</translation>
    </message>
</context>
<context>
    <name>app::OptionsPage</name>
    <message>
        <source>Line %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>All options</source>
        <translation>全部选项</translation>
    </message>
    <message>
        <source>Fields are those of a configuration for polylogue-models train; what it is learnt from stands under Settings.</source>
        <translation>字段与 polylogue-models train 的配置相同；学习来源在“设置”中。</translation>
    </message>
    <message>
        <source>Line 1: expected an object with the objects model and training</source>
        <translation>第 1 行：应为含有对象 model 和 training 的对象</translation>
    </message>
</context>
<context>
    <name>app::OtherModels</name>
    <message numerus="yes">
        <source>mean of %n model(s)</source>
        <translation>
            <numerusform>%n 个模型的均值</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The process of %1 is gone; it is being restarted.</source>
        <translation>%1 的进程已消失，正在重新启动。</translation>
    </message>
    <message>
        <source>%1 does not predict %2.</source>
        <translation>%1 不预测 %2。</translation>
    </message>
</context>
<context>
    <name>app::OutputFolder</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>文件所在的文件夹</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>请选择一个文件夹。</translation>
    </message>
    <message>
        <source>The folder is to be a whole path.</source>
        <translation>文件夹须为完整路径。</translation>
    </message>
    <message>
        <source>%1 holds other files; choose an empty or a new folder.</source>
        <translation>%1 中有其他文件；请选择空文件夹或新文件夹。</translation>
    </message>
</context>
<context>
    <name>app::PagePainter</name>
    <message>
        <source>Another video came into sight before all of it was painted.</source>
        <translation>还没有全部画完，就切换到了另一个视频。</translation>
    </message>
</context>
<context>
    <name>app::PairPlayer</name>
    <message>
        <source>Playing before and after</source>
        <translation>正在播放原录像与副本</translation>
    </message>
</context>
<context>
    <name>app::PartsText</name>
    <message>
        <source>measured on CMU-MOSI, %1 texts: r %2</source>
        <translation>在 CMU-MOSI 的 %1 段文本上测得：r %2</translation>
    </message>
    <message>
        <source>measured on RAVDESS, %1 acted utterances: AUC %2, once the voice is known %3</source>
        <translation>在 RAVDESS 的 %1 条表演话语上测得：AUC %2，嗓音已知后 %3</translation>
    </message>
    <message>
        <source>measured on FER+, %1 faces: %2 of seven classes, valence r %3</source>
        <translation>在 FER+ 的 %1 张脸上测得：七类正确率 %2，效价 r %3</translation>
    </message>
    <message>
        <source>no English words here</source>
        <translation>此处没有英语词</translation>
    </message>
    <message>
        <source>none of the words is rated</source>
        <translation>没有词带有评分</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) are rated; their sentence %1</source>
        <translation>
            <numerusform>%n 个词带有评分；所在句子 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>no voice is heard</source>
        <translation>听不到嗓音</translation>
    </message>
    <message>
        <source>arousal alone: %1; %2 s of voice, beside how it usually sounds here</source>
        <translation>仅激动程度：%1；%2 秒嗓音，与此处平时的样子比较</translation>
    </message>
    <message>
        <source>arousal alone: %1; %2 s of voice, not known yet (20 s)</source>
        <translation>仅激动程度：%1；%2 秒嗓音，尚不熟悉（需 20 秒）</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>no face is found</source>
        <translation>未找到人脸</translation>
    </message>
    <message>
        <source>found in %1 of %2 pictures; valence %3</source>
        <translation>在 %2 张图片中的 %1 张找到；效价 %3</translation>
    </message>
    <message>
        <source>Each part was measured; their sum was not: there are no recordings of real people with labels of all that they show.</source>
        <translation>每个部件都经过测量，总和没有：没有带有全部标签的真实人物录像。</translation>
    </message>
    <message>
        <source>valence %1</source>
        <translation>效价 %1</translation>
    </message>
    <message>
        <source>no rated words</source>
        <translation>没有评过分的词</translation>
    </message>
    <message>
        <source>arousal %1</source>
        <translation>唤醒度 %1</translation>
    </message>
    <message>
        <source>no voice</source>
        <translation>没有声音</translation>
    </message>
    <message>
        <source>no face</source>
        <translation>没有人脸</translation>
    </message>
    <message>
        <source>the part %1 is not installed (package polylogue-parts)</source>
        <translation>部分 %1 未安装（软件包 polylogue-parts）</translation>
    </message>
    <message>
        <source>Neither rated words nor a face here: the sentiment stands at neutral because nothing is known, and the emotions follow the voice alone.</source>
        <translation>这里既没有评过分的词，也没有人脸：情感停在中性，因为一无所知；情绪只跟随声音。</translation>
    </message>
</context>
<context>
    <name>app::PassTexts</name>
    <message>
        <source>settles</source>
        <translation>裁定</translation>
    </message>
    <message>
        <source>training %1</source>
        <translation>练习 %1</translation>
    </message>
    <message>
        <source>pass %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>text only</source>
        <translation>仅文本</translation>
    </message>
    <message>
        <source>sound only</source>
        <translation>仅声音</translation>
    </message>
    <message>
        <source>silent video</source>
        <translation>无声视频</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>盲评</translation>
    </message>
    <message>
        <source>There are no gold items yet: Review → Gold items → Make this a gold item… makes one.</source>
        <translation>还没有金标准片段：复查 → 金标准片段 → 设为金标准片段… 可建立。</translation>
    </message>
    <message>
        <source>No segment of the dataset matches what this pass looks for.</source>
        <translation>数据集中没有符合本轮条件的片段。</translation>
    </message>
    <message>
        <source>There are no gold items to mix in: Review → Gold items → Make this a gold item… makes one.</source>
        <translation>没有可混入的金标准片段：复查 → 金标准片段 → 设为金标准片段… 可建立。</translation>
    </message>
    <message numerus="yes">
        <source>Nothing comes again: the pass has no more than %n place(s).</source>
        <translation>
            <numerusform>没有重复：本轮不超过 %n 位。</numerusform>
        </translation>
    </message>
    <message>
        <source>gold: an exercise</source>
        <translation>金标准：练习</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>to be looked at</source>
        <translation>待查看</translation>
    </message>
    <message>
        <source>a value out of scale</source>
        <translation>有值超出量表</translation>
    </message>
    <message>
        <source>raters differ in sign</source>
        <translation>评分者正负不一</translation>
    </message>
    <message>
        <source>raters %1 apart</source>
        <translation>评分者相差 %1</translation>
    </message>
    <message>
        <source>model %1 away</source>
        <translation>与模型相差 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n modality(ies) missing</source>
        <translation>
            <numerusform>缺少 %n 个模态</numerusform>
        </translation>
    </message>
    <message>
        <source>no words</source>
        <translation>没有词</translation>
    </message>
    <message>
        <source>only %1 s</source>
        <translation>仅 %1 s</translation>
    </message>
    <message>
        <source>first look</source>
        <translation>首次查看</translation>
    </message>
    <message>
        <source>control sample</source>
        <translation>抽查样本</translation>
    </message>
    <message>
        <source>confidence high</source>
        <translation>置信度高</translation>
    </message>
    <message>
        <source>confidence medium</source>
        <translation>置信度中</translation>
    </message>
    <message>
        <source>confidence low</source>
        <translation>置信度低</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>mean %1 · %2 apart</source>
        <translation>平均 %1 · 相差 %2</translation>
    </message>
    <message>
        <source>raters differ</source>
        <translation>标注者不一致</translation>
    </message>
    <message>
        <source>You are %1: what did you feel while you listened?</source>
        <translation>您是 %1：倾听时您有什么感受？</translation>
    </message>
    <message>
        <source>What does %1 feel while listening?</source>
        <translation>%1 在倾听时有什么感受？</translation>
    </message>
    <message>
        <source>You are %1: what did you feel while you spoke?</source>
        <translation>您是 %1：说话时您有什么感受？</translation>
    </message>
    <message>
        <source>You are %1: what did you feel while %2 spoke?</source>
        <translation>您是 %1：%2 说话时您有什么感受？</translation>
    </message>
    <message>
        <source>What does %1 feel while %2 speaks?</source>
        <translation>%2 说话时，%1 有什么感受？</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <translation>
            <numerusform>已完成 %1 / %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PerspectiveTexts</name>
    <message>
        <source>%1, as felt</source>
        <translation>%1（自己的感受）</translation>
    </message>
    <message>
        <source>%1 while listening, as felt beside as seen</source>
        <translation>%1（倾听时，自己的感受对比他人所见）</translation>
    </message>
    <message>
        <source>%1, as felt beside as seen</source>
        <translation>%1（自己的感受对比他人所见）</translation>
    </message>
</context>
<context>
    <name>app::PickleOffer</name>
    <message>
        <source>Pickle</source>
        <translation>Pickle 文件</translation>
    </message>
    <message>
        <source>Take the arrays out of %1?</source>
        <translation>从 %1 中取出数组？</translation>
    </message>
    <message>
        <source>A pickle can run any program when it is opened, so Polylogue opens none. The script unpickle.py takes numbers, texts and plain lists out of it and refuses everything else, in a process of its own with limits on memory and time and, where the system allows it, without network. They are written beside it as %1, which is opened then; the pickle stays as it is.</source>
        <translation>pickle 文件在打开时可以运行任意程序，因此 Polylogue 从不打开它。脚本 unpickle.py 只取出数字、文本和普通列表，拒绝其他一切；它在单独的进程中运行，内存和时间受限，并在系统允许时断开网络。结果写在旁边的 %1 中，随后打开；pickle 文件保持不变。</translation>
    </message>
    <message>
        <source>&amp;Take the arrays out</source>
        <translation>取出数组(&amp;T)</translation>
    </message>
    <message>
        <source>Taking the arrays out of %1</source>
        <translation>正在从 %1 中取出数组</translation>
    </message>
</context>
<context>
    <name>app::PictureActions</name>
    <message>
        <source>The picture is hidden (menu View).</source>
        <translation>画面已隐藏（“视图”菜单）。</translation>
    </message>
    <message>
        <source>There is no picture to save.</source>
        <translation>没有可保存的画面。</translation>
    </message>
    <message>
        <source>Save frame</source>
        <translation>保存当前帧</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>Saving a frame</source>
        <translation>正在保存当前帧</translation>
    </message>
    <message>
        <source>The frame is in %1.</source>
        <translation>当前帧已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>app::PictureDialog</name>
    <message>
        <source>Width in millimetres</source>
        <translation>宽（毫米）</translation>
    </message>
    <message>
        <source>PDF with its fonts</source>
        <translation>含字体的 PDF</translation>
    </message>
    <message>
        <source>SVG with texts as texts</source>
        <translation>SVG，文字仍是文字</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>PNG at double resolution</source>
        <translation>双倍分辨率的 PNG</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>与屏幕相同</translation>
    </message>
    <message>
        <source>One column: 85 mm</source>
        <translation>单栏：85 毫米</translation>
    </message>
    <message>
        <source>Two columns: 180 mm</source>
        <translation>双栏：180 毫米</translation>
    </message>
    <message>
        <source>Own width</source>
        <translation>自定义宽度</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>宽度(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存…(&amp;S)</translation>
    </message>
</context>
<context>
    <name>app::PictureFile</name>
    <message>
        <source>SVG, which can be scaled (*.svg)</source>
        <translation>可缩放的 SVG (*.svg)</translation>
    </message>
    <message>
        <source>Writing the picture</source>
        <translation>正在写入图片</translation>
    </message>
    <message>
        <source>The picture is in %1.</source>
        <translation>图片已存为 %1。</translation>
    </message>
    <message>
        <source>The picture could not be written: %1</source>
        <translation>无法写入图片：%1</translation>
    </message>
    <message>
        <source>PDF with its fonts (*.pdf)</source>
        <translation>含字体的 PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
</context>
<context>
    <name>app::PictureWindow</name>
    <message>
        <source>Picture – Polylogue</source>
        <translation>画面 – Polylogue</translation>
    </message>
</context>
<context>
    <name>app::PlanDialog</name>
    <message>
        <source>Half width of α, by people and segments</source>
        <translation>α 的半宽，按人数和片段数</translation>
    </message>
    <message>
        <source>How far the simulation is</source>
        <translation>模拟的进度</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Copy as c&amp;ommand</source>
        <translation>复制为命令(&amp;O)</translation>
    </message>
    <message>
        <source>Plan the study</source>
        <translation>规划研究</translation>
    </message>
    <message>
        <source>&amp;Use this plan…</source>
        <translation>使用此方案(&amp;U)…</translation>
    </message>
    <message>
        <source>Simulating studies…</source>
        <translation>正在模拟研究…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>已复制。</translation>
    </message>
    <message>
        <source>People for a segment × segments judged so</source>
        <translation>每个片段的人数 × 这样评判的片段</translation>
    </message>
    <message>
        <source>rater %1</source>
        <translation>评分者 %1</translation>
    </message>
    <message>
        <source>Half width against ratings</source>
        <translation>半宽随评分次数的变化</translation>
    </message>
    <message>
        <source>Who does how much</source>
        <translation>各人的工作量</translation>
    </message>
</context>
<context>
    <name>app::PlanForm</name>
    <message>
        <source>What is wished</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>What there is</source>
        <translation>现有条件</translation>
    </message>
    <message>
        <source>What is assumed</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>&amp;Interval of α</source>
        <translation>α 的区间(&amp;I)</translation>
    </message>
    <message>
        <source>± </source>
        <translation>± </translation>
    </message>
    <message>
        <source>Half of the interval in which α lies in 95 of 100 studies</source>
        <translation>100 次研究中有 95 次 α 所在区间的一半</translation>
    </message>
    <message>
        <source>&amp;Reliability of the mean</source>
        <translation>均值的信度(&amp;R)</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source>r² of mean answers and what is true</source>
        <translation>平均回答与真值的 r²</translation>
    </message>
    <message>
        <source>&amp;Error of a label</source>
        <translation>标签的误差(&amp;E)</translation>
    </message>
    <message>
        <source>≤ </source>
        <translation>≤ </translation>
    </message>
    <message>
        <source> steps</source>
        <translation> 级</translation>
    </message>
    <message>
        <source>Mean distance of a mean answer from what is true, in steps of the scale</source>
        <translation>平均回答与真值的平均距离，以量表的等级计</translation>
    </message>
    <message>
        <source>&amp;Label</source>
        <translation>标签(&amp;L)</translation>
    </message>
    <message>
        <source>Se&amp;gments</source>
        <translation>片段(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;People who judge</source>
        <translation>评判的人(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Cost of a rating</source>
        <translation>一次评分的花费(&amp;C)</translation>
    </message>
    <message>
        <source>In money, minutes or anything else; 1: ratings are counted</source>
        <translation>以钱、分钟或其他计；1：计评分数</translation>
    </message>
    <message>
        <source>&amp;Spread of segments</source>
        <translation>片段的离散度(&amp;S)</translation>
    </message>
    <message>
        <source>Deviation of what is true, in steps of the scale</source>
        <translation>真值的标准差，以量表的等级计</translation>
    </message>
    <message>
        <source>Deviation between raters: some say more, some less; in steps</source>
        <translation>评分者之间的标准差：有人偏高，有人偏低；以等级计</translation>
    </message>
    <message>
        <source>Use of the sc&amp;ale</source>
        <translation>量表的使用(&amp;A)</translation>
    </message>
    <message>
        <source>Deviation between raters: some go to the ends of the scale, some do not</source>
        <translation>评分者之间的标准差：有人用到量表两端，有人不用</translation>
    </message>
    <message>
        <source>&amp;Noise of a rater</source>
        <translation>评分者的噪声(&amp;N)</translation>
    </message>
    <message>
        <source>Deviation of a rater&apos;s own answers, in steps</source>
        <translation>同一评分者回答的标准差，以等级计</translation>
    </message>
    <message>
        <source>&amp;Bias of raters</source>
        <translation>评分者的偏向(&amp;B)</translation>
    </message>
</context>
<context>
    <name>app::PlanLegend</name>
    <message>
        <source>does not</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>★ the cheapest that does</source>
        <translation>★ 其中花费最少的</translation>
    </message>
    <message>
        <source>half width over cost</source>
        <translation>半宽在上，花费在下</translation>
    </message>
    <message>
        <source>✓ reaches ± %1</source>
        <translation>✓ 达到 ± %1</translation>
    </message>
</context>
<context>
    <name>app::PlanTable</name>
    <message>
        <source>undefined</source>
        <translation>未定义</translation>
    </message>
    <message>
        <source>the cheapest that reaches the wish</source>
        <translation>达到要求的格中花费最少的</translation>
    </message>
    <message>
        <source>reaches the wish</source>
        <translation>达到要求</translation>
    </message>
    <message>
        <source>does not reach the wish</source>
        <translation>未达到要求</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on %1 segments: %2 at a cost of %3, %4</source>
        <translation>
            <numerusform>%n 人评判 %1 个片段：%2，花费 %3，%4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::PlanTexts</name>
    <message>
        <source>none: assumed</source>
        <translation>无：假设</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n step(s)</source>
        <translation>
            <numerusform>%1，%n 级</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>From the answers of the project: %n segment(s) with two or more, %1 people.</source>
        <translation>
            <numerusform>来自项目中的回答：%n 个片段有两个或更多，%1 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reliability of one answer: %1.</source>
        <translation>单个回答的信度：%1。</translation>
    </message>
    <message>
        <source>Usual raters: the project has no answers yet from which more could be learnt.</source>
        <translation>通常的评分者：项目中还没有可供了解更多的回答。</translation>
    </message>
    <message numerus="yes">
        <source>Usual raters: %n segment(s) with two answers are too few to learn from; %1 are needed, by %2 people.</source>
        <translation>
            <numerusform>通常的评分者：有两个回答的片段只有 %n 个，不足以了解；需要 %1 个，由 %2 人评判。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing in the table tells α within ± %1.</source>
        <translation>表中没有一格能在 ± %1 之内得出 α。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>Let %1 judge the same %2: α within ± %3 for these raters.</source>
        <translation>让 %1评判同样的 %2：对这些评分者，α 在 ± %3 之内。</translation>
    </message>
    <message>
        <source>If %1 judge the same %2, α is not known within ± %3.</source>
        <translation>如果 %1评判同样的 %2，α 不能确定在 ± %3 之内。</translation>
    </message>
    <message>
        <source>Of the rest, %1 for each segment.</source>
        <translation>其余每个片段：%1。</translation>
    </message>
    <message>
        <source>%1 ratings at a cost of %2; %3 if all were judged so often.</source>
        <translation>%1 次评分，花费 %2；如果全部都评判这么多次，则为 %3。</translation>
    </message>
    <message>
        <source>%1 ratings at a cost of %2.</source>
        <translation>%1 次评分，花费 %2。</translation>
    </message>
    <message>
        <source>The mean of %1: reliability %2, %3 steps from what is true.</source>
        <translation>%1 人的均值：信度 %2，与真值相差 %3 级。</translation>
    </message>
    <message>
        <source>%1: α is undefined, since in some simulated studies all ratings are the same.</source>
        <translation>%1：α 未定义，因为在有些模拟的研究中所有评分都相同。</translation>
    </message>
    <message>
        <source>%1: α about %2; ± %3 for these raters, which more segments cure; ± %4 for raters like these, which only more raters cure.</source>
        <translation>%1：α 约为 %2；对这些评分者为 ± %3，更多片段可以改善；对类似的评分者为 ± %4，只有更多评分者才能改善。</translation>
    </message>
    <message numerus="yes">
        <source>With up to %1 people, up to %n segment(s) do not tell α within ± %2.</source>
        <translation>
            <numerusform>最多 %1 人、最多 %n 个片段，不能在 ± %2 之内得出 α。</numerusform>
        </translation>
    </message>
    <message>
        <source>No mean of up to %1 answers comes within %2 steps with a reliability of %3: the plan says nothing of the rest.</source>
        <translation>最多 %1 个回答的均值都不能在信度 %3 下接近到 %2 级之内：方案不涉及其余片段。</translation>
    </message>
    <message>
        <source>Other raters like these move α by ± %1: no number of segments makes up for that.</source>
        <translation>换成类似的其他评分者，α 会变动 ± %1：再多的片段也无法弥补。</translation>
    </message>
    <message>
        <source>There is nothing to plan: say how many segments there will be.</source>
        <translation>没有可规划的：请说明将有多少片段。</translation>
    </message>
    <message>
        <source>There is nothing to plan: one person agrees with nobody.</source>
        <translation>没有可规划的：一个人无法与任何人一致。</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) on %1 segments</source>
        <translation>
            <numerusform>%n 人评判 %1 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>A consensus in which raters count by how well they judge lies %1 steps from what is true, their mean %2.</source>
        <translation>按评判质量加权的共识距真值 %1 级，均值距真值 %2 级。</translation>
    </message>
</context>
<context>
    <name>app::Planning</name>
    <message>
        <source>Looking at the answers so far</source>
        <translation>正在查看已有的回答</translation>
    </message>
    <message>
        <source>Simulating studies</source>
        <translation>正在模拟研究</translation>
    </message>
    <message>
        <source>The simulation was stopped. Any change of a wish begins it again.</source>
        <translation>模拟已停止。更改任何要求都会重新开始。</translation>
    </message>
    <message>
        <source>Weighing raters</source>
        <translation>正在为评分者加权</translation>
    </message>
</context>
<context>
    <name>app::PlayActions</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Time (75.5, 1:15.5), frame (f120) or segment (video[3]):</source>
        <translation>时间 (75.5, 1:15.5)、帧 (f120) 或片段 (视频[3])：</translation>
    </message>
    <message>
        <source>“%1” is no time, frame or segment; write 75.5, 1:15.5, f120 or video[3].</source>
        <translation>“%1”不是时间、帧或片段；请写成 75.5、1:15.5、f120 或 视频[3]。</translation>
    </message>
</context>
<context>
    <name>app::PointsFeed</name>
    <message>
        <source>Placing the segments</source>
        <translation>正在排布片段</translation>
    </message>
    <message>
        <source>The dataset has no sequence of numbers that could place its segments.</source>
        <translation>数据集没有可用于排布片段的数值序列。</translation>
    </message>
    <message>
        <source>Placing the segments by %1…</source>
        <translation>正在按 %1 排布片段…</translation>
    </message>
    <message>
        <source>No segment has rows of %1: points need labels, or words.</source>
        <translation>没有片段含有 %1 的行：点需要标签或词。</translation>
    </message>
    <message>
        <source>The segments were not placed; open the tab again to try once more.</source>
        <translation>片段未能排布；请重新打开该标签页再试。</translation>
    </message>
    <message>
        <source>%1: the segments cannot be placed.</source>
        <translation>%1：无法放置片段。</translation>
    </message>
    <message>
        <source>Make sequences…</source>
        <translation>生成序列…</translation>
    </message>
    <message>
        <source>Make labelled segments…</source>
        <translation>建立带标签的片段…</translation>
    </message>
    <message>
        <source>Reading the labels of Space</source>
        <translation>读取空间的标签</translation>
    </message>
</context>
<context>
    <name>app::PredictTab</name>
    <message>
        <source>Hidden until your answer counts.</source>
        <translation>在作答提交前隐藏。</translation>
    </message>
    <message>
        <source>The model is being loaded…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>The model process is gone; it is being restarted. Your work is untouched.</source>
        <translation>模型进程已退出，正在重新启动。您的工作不受影响。</translation>
    </message>
    <message>
        <source>No model is loaded; open one from the Model menu.</source>
        <translation>尚未加载模型;请从“模型”菜单打开。</translation>
    </message>
    <message>
        <source>No model fits the features of this dataset yet. Train one on them, or open one from the Model menu.</source>
        <translation>还没有适合此数据集特征的模型。可以用它们训练一个，或从“模型”菜单打开一个。</translation>
    </message>
    <message>
        <source>This video has no words and no features yet.</source>
        <translation>此视频还没有词和特征。</translation>
    </message>
    <message>
        <source>Open model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Fusion models (*.safetensors)</source>
        <translation>融合模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>%1
label: %2</source>
        <translation>%1
标签：%2</translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <translation>%1 至 %2 秒</translation>
    </message>
</context>
<context>
    <name>app::PredictionsFile</name>
    <message>
        <source>Write predictions and classes</source>
        <translation>写出预测和类别</translation>
    </message>
    <message>
        <source>Tables, or computational sequences (*.csv *.csd)</source>
        <translation>表格或计算序列 (*.csv *.csd)</translation>
    </message>
    <message>
        <source>Writing predictions</source>
        <translation>正在写出预测</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写出：%1</translation>
    </message>
</context>
<context>
    <name>app::Privacy</name>
    <message>
        <source>Nothing is kept in a project yet. Make a change first, so that there is one.</source>
        <translation>尚无项目。请先做一处更改，以便建立项目。</translation>
    </message>
    <message>
        <source>Where the copy is made</source>
        <translation>副本的位置</translation>
    </message>
    <message>
        <source>Hiding people</source>
        <translation>隐藏人物</translation>
    </message>
    <message>
        <source>It was stopped; nothing was left behind.</source>
        <translation>已停止；没有留下任何内容。</translation>
    </message>
    <message>
        <source>Reading a picture</source>
        <translation>读取图片</translation>
    </message>
    <message>
        <source>Noting who looked</source>
        <translation>记录查看者</translation>
    </message>
    <message>
        <source>Looking where they occur…</source>
        <translation>正在查找出现之处…</translation>
    </message>
    <message>
        <source>Looking where a person occurs</source>
        <translation>查找某人出现之处</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>正在删除…</translation>
    </message>
    <message>
        <source>Erasing a person</source>
        <translation>删除一个人</translation>
    </message>
</context>
<context>
    <name>app::Project</name>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>The last edits are not saved yet (%1), so this project stays open.</source>
        <translation>最近的编辑尚未保存（%1），因此该项目保持打开。</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>磁盘没有响应</translation>
    </message>
    <message>
        <source>The project of this dataset cannot be opened, so nothing can be edited: %1</source>
        <translation>无法打开此数据集的项目，因此不能编辑：%1</translation>
    </message>
    <message>
        <source>A copy of the project was written to %1.</source>
        <translation>项目的副本已写入 %1。</translation>
    </message>
    <message>
        <source>Nothing was collected: the last edits are not saved yet.</source>
        <translation>未收集任何文件：最近的编辑尚未保存。</translation>
    </message>
    <message>
        <source>Collecting files</source>
        <translation>正在收集文件</translation>
    </message>
    <message>
        <source>The project and its files were collected in %1.</source>
        <translation>项目及其文件已收集到 %1。</translation>
    </message>
    <message>
        <source>Saving elsewhere</source>
        <translation>正在另存到其他位置</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>操作已停止。</translation>
    </message>
    <message>
        <source>The project is being edited elsewhere, so it is not replaced.</source>
        <translation>项目正在别处编辑，因此不替换。</translation>
    </message>
    <message>
        <source>The project is being opened.</source>
        <translation>正在打开项目。</translation>
    </message>
    <message>
        <source>Restoring an earlier state</source>
        <translation>正在恢复较早的状态</translation>
    </message>
    <message>
        <source>The project is as it was on %1. The damaged file is now %2.</source>
        <translation>项目已回到 %1 的状态。损坏的文件现为 %2。</translation>
    </message>
    <message>
        <source>Closing the project</source>
        <translation>正在关闭项目</translation>
    </message>
    <message>
        <source>Steps from before cannot be undone here: this project is a copy or an earlier version of another one.</source>
        <translation>此处无法撤销之前的步骤：该项目是另一个项目的副本或较早版本。</translation>
    </message>
    <message>
        <source>Putting a damaged project aside</source>
        <translation>正在移开损坏的项目</translation>
    </message>
    <message>
        <source>The damaged project was kept as %1.</source>
        <translation>损坏的项目已保留为 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) were written into %1.</source>
        <translation>
            <numerusform>%n 份邀请已写入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProjectActions</name>
    <message>
        <source>Projects (*.polylogue)</source>
        <translation>项目 (*.polylogue)</translation>
    </message>
    <message>
        <source>Not found: %1.</source>
        <translation>未找到：%1。</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Restore version…</source>
        <translation>恢复版本…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Not where they were: %1. Show where the first is now, and the others are found from there.</source>
        <translation>不在原来的位置：%1。请指出第一个文件现在的位置，其余文件将据此查找。</translation>
    </message>
    <message>
        <source>Show where…</source>
        <translation>指出位置…</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Changed since they were annotated: %1. Words and labels of the project are kept as they are.</source>
        <translation>标注后已更改：%1。项目的词和标签保持不变。</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>The data of this project is no longer at %1. Show where it is now; the rest is found from there.</source>
        <translation>此项目的数据已不在 %1。请指出现在的位置，其余内容将据此查找。</translation>
    </message>
    <message>
        <source>Show the folder…</source>
        <translation>指出文件夹…</translation>
    </message>
    <message>
        <source>Where is the data now?</source>
        <translation>数据现在在哪里？</translation>
    </message>
    <message>
        <source>Show the file…</source>
        <translation>指出文件…</translation>
    </message>
    <message>
        <source>Where is %1 now?</source>
        <translation>%1 现在在哪里？</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>保存副本</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <translation>%1 副本</translation>
    </message>
    <message>
        <source>Restore version</source>
        <translation>恢复版本</translation>
    </message>
    <message>
        <source>There are no earlier states of %1 yet. The first is kept with its first edit.</source>
        <translation>%1 还没有更早的状态。第一次编辑时会保留第一个。</translation>
    </message>
    <message>
        <source>Merge another copy of this project</source>
        <translation>合并此项目的另一副本</translation>
    </message>
    <message>
        <source>Collect files: where the new folder will lie</source>
        <translation>收集文件：新文件夹的位置</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>The last edits are still being written.</source>
        <translation>最近的编辑仍在写入。</translation>
    </message>
    <message>
        <source>The last edits cannot be written: %1</source>
        <translation>最近的编辑无法写入：%1</translation>
    </message>
    <message>
        <source>They are kept as long as the window is open, and can be saved in another place.</source>
        <translation>窗口打开期间它们会保留，也可以保存到别处。</translation>
    </message>
    <message>
        <source>Close and lose them</source>
        <translation>关闭并放弃</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>保存到别处…</translation>
    </message>
    <message>
        <source>Save elsewhere</source>
        <translation>保存到别处</translation>
    </message>
    <message>
        <source>Looking for earlier states</source>
        <translation>正在查找较早的状态</translation>
    </message>
    <message>
        <source>Open an earlier version…</source>
        <translation>打开较早版本…</translation>
    </message>
    <message>
        <source>Begin a new project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>%1. The file stays beside what takes its place.</source>
        <translation>%1。该文件会保留在替代它的项目旁边。</translation>
    </message>
</context>
<context>
    <name>app::ProjectVersions</name>
    <message>
        <source>In %1 that is %2 s later.</source>
        <translation>在 %1 中相差 %2 秒。</translation>
    </message>
    <message>
        <source>How far apart that is in %1 cannot be seen: its file cannot be read.</source>
        <translation>无法得知 %1 中相差多少：它的文件无法读取。</translation>
    </message>
    <message>
        <source>%1 is not merged: one of the two projects was made with an earlier version, where times begin with the first picture and not with what is seen or heard first. %2 Nothing was changed; both go on by themselves.</source>
        <translation>未合并 %1：两个项目中有一个由较早版本创建，其时间从第一帧画面开始，而不是从最先看到或听到的内容开始。%2 没有任何更改；两者各自保留。</translation>
    </message>
    <message>
        <source>read changed files again</source>
        <translation>重新读取已更改的文件</translation>
    </message>
    <message>
        <source>Reading an earlier state</source>
        <translation>正在读取更早的状态</translation>
    </message>
    <message>
        <source>restore version of %1</source>
        <translation>恢复 %1 的版本</translation>
    </message>
    <message>
        <source>The project is as it was on %1. Undo brings the later state back.</source>
        <translation>项目已回到 %1 的状态。“撤销”可恢复之后的状态。</translation>
    </message>
    <message>
        <source>Reading the other copy</source>
        <translation>正在读取另一副本</translation>
    </message>
    <message>
        <source>merge %1</source>
        <translation>合并 %1</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>正在合并</translation>
    </message>
    <message numerus="yes">
        <source>%n gold item(s) are said to be right otherwise in %1; those of this project stay.</source>
        <translation>
            <numerusform>%n 个金标条目在 %1 中的正确值不同；保留本项目的值。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ProjectWriter</name>
    <message>
        <source>No earlier state could be kept: %1</source>
        <translation>无法保留更早的状态：%1</translation>
    </message>
</context>
<context>
    <name>app::PublishDialog</name>
    <message>
        <source>Without a licence nobody may use it. Name one.</source>
        <translation>没有许可证，任何人都不能使用。请指定一个。</translation>
    </message>
    <message>
        <source>The dataset has no title.</source>
        <translation>数据集没有标题。</translation>
    </message>
    <message>
        <source>Nobody is named who made it.</source>
        <translation>没有写明制作者。</translation>
    </message>
    <message>
        <source>There is no segment to publish.</source>
        <translation>没有可发布的片段。</translation>
    </message>
    <message>
        <source>Neither an address nor a DOI says where it is found.</source>
        <translation>既没有网址也没有 DOI 说明在哪里可以找到。</translation>
    </message>
    <message>
        <source>What the filmed people agreed to is not said.</source>
        <translation>没有说明被拍摄者同意了什么。</translation>
    </message>
    <message>
        <source>Nobody is named who takes people out on their wish.</source>
        <translation>没有写明谁负责应要求移除某人。</translation>
    </message>
    <message>
        <source>It is not said what it is.</source>
        <translation>没有说明它是什么。</translation>
    </message>
    <message>
        <source>Some videos are in no split.</source>
        <translation>有些视频不属于任何划分。</translation>
    </message>
    <message>
        <source>Of some videos the speaker is not known: each is a group by itself.</source>
        <translation>有些视频的说话者未知：每个视频自成一组。</translation>
    </message>
    <message>
        <source>Videos of one speaker lie in several splits: figures on them say too much.</source>
        <translation>同一说话者的视频分在多个划分中：由此得到的数字会过于乐观。</translation>
    </message>
    <message>
        <source>A group is longer than one and a half times the part of its split.</source>
        <translation>某个组比其划分份额的一倍半还长。</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>缺少什么</translation>
    </message>
    <message>
        <source>The card as others will read it</source>
        <translation>别人将读到的说明卡</translation>
    </message>
    <message>
        <source>Publish %1</source>
        <translation>发布 %1</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>说明卡</translation>
    </message>
    <message>
        <source>As others read it</source>
        <translation>别人读到的样子</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>包含的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean of the answers</source>
        <translation>回答的均值</translation>
    </message>
    <message>
        <source>Likeliest step</source>
        <translation>最可能的等级</translation>
    </message>
    <message>
        <source>Most frequent answer</source>
        <translation>最常见的回答</translation>
    </message>
    <message>
        <source>What stands in labels.csv where nobody settled a value. The plain mean stands beside it. On real ratings the most frequent answer is farther from what others say than any mean.</source>
        <translation>没有人裁定时 labels.csv 中的值。旁边列出简单均值。在真实评分上，最常见的回答比任何均值都更远离其他人的说法。</translation>
    </message>
    <message>
        <source>As the project has them</source>
        <translation>按项目中的划分</translation>
    </message>
    <message>
        <source>Drawn anew: 70, 10, 20 %</source>
        <translation>重新划分：70、10、20 %</translation>
    </message>
    <message>
        <source>needed: %1</source>
        <translation>必需：%1</translation>
    </message>
    <message>
        <source>better: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) have to be said before it can be published.</source>
        <translation>
            <numerusform>发布之前还必须说明 %n 件事。</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder on this machine; nothing is sent. No name of a rater is in it.</source>
        <translation>本机上的一个文件夹；不发送任何内容。其中没有评分者的姓名。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Pu&amp;blish…</source>
        <translation>发布(&amp;B)…</translation>
    </message>
    <message>
        <source>Val&amp;ues</source>
        <translation>值(&amp;U)</translation>
    </message>
    <message>
        <source>S&amp;plits</source>
        <translation>划分(&amp;P)</translation>
    </message>
    <message>
        <source>Few segments have two answers: what a crowd would say rests on assumptions about raters and lies nearer to the middle. The mean of the answers can be chosen.</source>
        <translation>只有少数片段有两个回答：“众人会说的值”依赖于对评分者的假设，并更接近中间值。可以选择回答的均值。</translation>
    </message>
    <message>
        <source>Somebody who rated is named as an author: answers may be known to be theirs.</source>
        <translation>有评分者同时列为作者：其回答可能会被认出。</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>Mean that many such raters would give</source>
        <translation>许多这样的评分者会给出的平均值</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) without segments stay(s) out</source>
        <translation>
            <numerusform>%n 个没有片段的视频不包括在内</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s)</source>
        <translation>
            <numerusform>%n 位评分者</numerusform>
        </translation>
    </message>
    <message>
        <source>De-&amp;identify…</source>
        <translation>去身份化(&amp;I)…</translation>
    </message>
    <message>
        <source>Makes a copy of the project without faces, voices and names; that copy can be published with its recordings.</source>
        <translation>制作一个没有面孔、声音和姓名的项目副本；该副本可连同录像一起发布。</translation>
    </message>
    <message>
        <source>Enter, or a double click, goes to the field.</source>
        <translation>按 Enter 或双击跳到对应字段。</translation>
    </message>
    <message>
        <source>Files that go along: %1.</source>
        <translation>随附文件：%1。</translation>
    </message>
    <message>
        <source>Videos of one speaker lie in several splits.</source>
        <translation>同一说话者的视频位于多个划分中。</translation>
    </message>
    <message>
        <source>Of some videos the speaker is not known.</source>
        <translation>有些视频的说话者未知。</translation>
    </message>
    <message>
        <source>✓ No speaker is in two.</source>
        <translation>✓ 没有说话者同在两个划分中。</translation>
    </message>
    <message>
        <source>A text of the card has the name of somebody who rated.</source>
        <translation>说明卡的文本中有某位评分者的姓名。</translation>
    </message>
    <message>
        <source>Another tier was judged, too, and stays out: polylogue-cli publish --tier publishes it.</source>
        <translation>另有一个标注层也被评判过，未包含在内：可用 polylogue-cli publish --tier 发布。</translation>
    </message>
</context>
<context>
    <name>app::PublishTree</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Values, with how sure they are</source>
        <translation>值及其可靠程度</translation>
    </message>
    <message>
        <source>Answers of each rater: r01, r02, …</source>
        <translation>每位评分者的回答：r01、r02……</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Comments: they may name people</source>
        <translation>评论：可能提到人名</translation>
    </message>
    <message>
        <source>Free text: read it before others do.</source>
        <translation>自由文本：请在别人阅读之前先读一遍。</translation>
    </message>
    <message>
        <source>Beside them</source>
        <translation>另附</translation>
    </message>
    <message>
        <source>Card, licence, consent</source>
        <translation>说明卡、许可证、同意书</translation>
    </message>
    <message>
        <source>Agreement, codebook, methods</source>
        <translation>一致性、编码手册、方法</translation>
    </message>
    <message>
        <source>Croissant, citation, Zenodo, sums</source>
        <translation>Croissant、引用、Zenodo、校验和</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>As its file is.</source>
        <translation>与其文件相同。</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录像</translation>
    </message>
    <message numerus="yes">
        <source>%n as they are, with faces and voices</source>
        <translation>
            <numerusform>%n 个，按原样，含面孔和声音</numerusform>
        </translation>
    </message>
    <message>
        <source>Only where everybody agreed to that. Nothing is covered or changed.</source>
        <translation>仅当所有人都同意时。不遮盖也不改变任何内容。</translation>
    </message>
    <message>
        <source>Clips of the segments, as archives</source>
        <translation>片段的剪辑，作为归档</translation>
    </message>
    <message>
        <source>In the folder shards, as WebDataset reads them: clip, sound, text and values of each segment. Faces and voices are as they are.</source>
        <translation>位于 shards 文件夹，WebDataset 可读：每个片段的剪辑、声音、文本和值。面孔和声音按原样。</translation>
    </message>
</context>
<context>
    <name>app::Publishing</name>
    <message>
        <source>Looking at what can be published</source>
        <translation>正在查看可发布的内容</translation>
    </message>
    <message>
        <source>card of the publication</source>
        <translation>发布的说明卡</translation>
    </message>
    <message>
        <source>Where the published folder is made</source>
        <translation>发布文件夹的位置</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it, if it was published by this program?</source>
        <translation>%1 已经存在。如果它是由本程序发布的，是否替换？</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>正在发布</translation>
    </message>
    <message>
        <source>Not as it should be: %1</source>
        <translation>不符合要求：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) published and verified.</source>
        <translation>
            <numerusform>已发布并核验 %n 个文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RaterActions</name>
    <message>
        <source>A blind review goes on: nothing is said of others until it is left.</source>
        <translation>盲评正在进行：离开之前不显示他人的情况。</translation>
    </message>
    <message>
        <source>Comparing raters</source>
        <translation>正在比较标注者</translation>
    </message>
    <message>
        <source>settle by consensus</source>
        <translation>按共识裁定</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were settled by consensus; undo takes that back.</source>
        <translation>
            <numerusform>已按共识裁定 %n 个片段；可撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>All of it is settled so already.</source>
        <translation>全部已如此裁定。</translation>
    </message>
</context>
<context>
    <name>app::RaterTexts</name>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>not enough</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>%1 right · %2 away</source>
        <translation>%1 个正确 · 偏离 %2</translation>
    </message>
    <message>
        <source>Segments that came again within a pass: how often the answer was the same, and how far both lie apart on average</source>
        <translation>同一轮中再次出现的片段：两次回答相同的次数，以及平均相差多少</translation>
    </message>
    <message>
        <source>%1 the same · %2 apart</source>
        <translation>%1 个相同 · 相差 %2</translation>
    </message>
    <message>
        <source>α of first and second answers: %1</source>
        <translation>第一次与第二次回答的 α：%1</translation>
    </message>
    <message>
        <source>with own answers</source>
        <translation>与自己的回答</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s ordinal α with each other rater, on what both judged; the figure is their mean</source>
        <translation>与其他每位标注者在双方都评过的片段上的 Krippendorff 有序 α；该数字为其均值</translation>
    </message>
    <message>
        <source>%1: %2, n %3</source>
        <translation>%1：%2，n %3</translation>
    </message>
    <message>
        <source>agrees with others, α</source>
        <translation>与他人一致，α</translation>
    </message>
    <message>
        <source>Reverses the scale</source>
        <translation>量表反向</translation>
    </message>
    <message>
        <source>Hardly follows what the others see</source>
        <translation>与他人所见几乎无关</translation>
    </message>
    <message numerus="yes">
        <source>%n judged, %1 of them by others, too</source>
        <translation>
            <numerusform>评了 %n 个，其中 %1 个他人也评过</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>leans by</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Mean of the own answers less that of the others&apos; to the same segments</source>
        <translation>本人回答的均值减去他人对相同片段的均值</translation>
    </message>
    <message>
        <source>use of the scale</source>
        <translation>量表使用</translation>
    </message>
    <message>
        <source>How far the answers go when what is true goes by 1; below 0: in reverse</source>
        <translation>真值变化 1 时回答变化多少；小于 0：反向</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Deviation from what is true, once bias and use of the scale are taken out</source>
        <translation>除去偏差和量表使用后与真值的偏离</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Beside the others: the last quarter of the first pass less its first quarter</source>
        <translation>相对他人：第一轮最后四分之一减去最初四分之一</translation>
    </message>
    <message>
        <source>time per answer</source>
        <translation>每次作答用时</translation>
    </message>
    <message>
        <source>Median over the committed answers of the first pass</source>
        <translation>第一轮已提交回答的中位数</translation>
    </message>
    <message>
        <source>hidden gold</source>
        <translation>隐藏金标准</translation>
    </message>
    <message>
        <source>Within half a step of the right value, and the mean distance to it</source>
        <translation>与正确值相差不超过半级的个数，以及平均距离</translation>
    </message>
    <message>
        <source>training</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>The same for exercises, whose right value was shown after the answer</source>
        <translation>练习的同样数字，其正确值在作答后显示</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>In the consensus: the part of all that is known which one answer of this rater tells</source>
        <translation>在共识中：此人一次回答占全部信息的份额</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>%1 个正确</translation>
    </message>
    <message>
        <source>%1 the same</source>
        <translation>%1 个相同</translation>
    </message>
    <message>
        <source>Krippendorff&apos;s nominal α with each other rater, on what both judged; the figure is their mean</source>
        <translation>与其他每位标注者的 Krippendorff 名义 α，基于两人都判断过的片段；数字是其均值</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 个中的 %1 个</translation>
    </message>
    <message>
        <source>like the others</source>
        <translation>与他人相同</translation>
    </message>
    <message>
        <source>Answers that none was given more often than by the others to the same segment</source>
        <translation>对同一片段他人最常给出的回答</translation>
    </message>
    <message>
        <source>The same term as the right one</source>
        <translation>与正确术语相同</translation>
    </message>
    <message>
        <source>gold “%1”</source>
        <translation>金标准“%1”</translation>
    </message>
    <message>
        <source>Of gold items and exercises for which this term is right</source>
        <translation>此术语为正确答案的金标准片段和练习</translation>
    </message>
</context>
<context>
    <name>app::RatersDialog</name>
    <message>
        <source>&amp;Settle by consensus</source>
        <translation>按共识裁定(&amp;S)</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Where the consensus differs</source>
        <translation>共识不同之处</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Majority</source>
        <translation>多数</translation>
    </message>
    <message>
        <source>Consensus</source>
        <translation>共识</translation>
    </message>
    <message>
        <source>Enter, or a double click, opens the segment on the timeline and plays it.</source>
        <translation>按 Enter 或双击，在时间线上打开该片段并播放。</translation>
    </message>
    <message>
        <source>Each of these segments gets the value of the consensus in the settled layer, as one step that can be undone. What a person settled stays.</source>
        <translation>这些片段在裁定层中各取共识值，作为可撤销的一步。人工裁定的保留。</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Reading what was said…</source>
        <translation>正在读取回答…</translation>
    </message>
    <message>
        <source>Nobody has judged anything yet: Review → Begin or go on with a pass…</source>
        <translation>还没有人评判过：复查 → 开始或继续一轮…</translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s), first passes. A figure of too few answers says so.</source>
        <translation>
            <numerusform>%n 位标注者，第一轮。回答太少的数字会注明。</numerusform>
        </translation>
    </message>
    <message>
        <source>A consensus needs segments that two people judged.</source>
        <translation>共识需要有两人评过的片段。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) with two answers or more. The weighted consensus differs from the mean in %1, from the majority in %2, by more than half a step.</source>
        <translation>
            <numerusform>%n 个片段有两个以上回答。加权共识与均值相差半级以上的有 %1 个，与多数相差半级以上的有 %2 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them a person settled; they stay.</source>
        <translation>
            <numerusform>其中 %n 个由人裁定，保留不变。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1，%2 秒</translation>
    </message>
    <message>
        <source>The value that most gave; of several, their mean</source>
        <translation>多数人给出的值；若有多个，取其均值</translation>
    </message>
    <message>
        <source>Each answer counts by how its rater judges elsewhere: a lean, a stretched or reversed use of the scale is taken back, and who judges with much noise counts less. So it may lie outside of what was answered.</source>
        <translation>每个回答的权重取决于其标注者在别处的判断：倾向、拉伸或反向使用量表会被校正，噪声大的标注者权重较小。因此结果可能落在各回答之外。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) with two answers or more; in %1 the answers differ. The consensus is what most gave.</source>
        <translation>
            <numerusform>%n 个片段有两个以上回答；其中 %1 个回答不同。共识是多数人给出的。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tie(s) stay open: as many gave one as another.</source>
        <translation>
            <numerusform>%n 个平局保持未定：给出各项的人一样多。</numerusform>
        </translation>
    </message>
    <message>
        <source>tie: open</source>
        <translation>平局：未定</translation>
    </message>
    <message numerus="yes">
        <source>In %n segment(s) all answers are the same and the consensus is another: where raters hardly agree, it is drawn towards the mean of all. Look there before you settle by it.</source>
        <translation>
            <numerusform>有 %n 个片段的回答全部相同，而共识却不同：评分者几乎不一致时，共识会被拉向全部回答的平均值。据此裁定之前请先查看这些片段。</numerusform>
        </translation>
    </message>
    <message>
        <source>Consensus (majority)</source>
        <translation>共识（多数）</translation>
    </message>
    <message>
        <source>The term that more gave than any other</source>
        <translation>给出人数多于其他任何术语的术语</translation>
    </message>
</context>
<context>
    <name>app::RatingRecorder</name>
    <message>
        <source>A rating needs a continuous tier: make one with “New tier…”, or click its track.</source>
        <translation>评分需要连续标注层：用“新建标注层…”创建，或单击其轨道。</translation>
    </message>
    <message>
        <source>rating of %1</source>
        <translation>%1 的评分</translation>
    </message>
</context>
<context>
    <name>app::RealignActions</name>
    <message>
        <source>There is no recording to listen to.</source>
        <translation>没有可以听的录像。</translation>
    </message>
    <message>
        <source>At most %1 s are re-aligned at once; select less.</source>
        <translation>一次最多重新对齐 %1 秒；请缩小选区。</translation>
    </message>
    <message>
        <source>There are no words here.</source>
        <translation>这里没有词。</translation>
    </message>
    <message>
        <source>All words have times.</source>
        <translation>所有词都有时间。</translation>
    </message>
    <message>
        <source>Aligning the words of %1</source>
        <translation>正在对齐 %1 的词</translation>
    </message>
    <message>
        <source>Another video was opened meanwhile; the words of %1 are as before.</source>
        <translation>期间打开了另一个视频；%1 的词保持不变。</translation>
    </message>
    <message>
        <source>None of these words was found in the sound.</source>
        <translation>在声音中没有找到这些词。</translation>
    </message>
    <message numerus="yes">
        <source>align %n word(s)</source>
        <translation>
            <numerusform>对齐 %n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>These words lie where they are said already.</source>
        <translation>这些词已经位于说出它们的地方。</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) aligned</source>
        <translation>
            <numerusform>已对齐 %n 个词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n of them doubtful.</source>
        <translation>
            <numerusform>，其中 %n 个存疑。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RecordingTimeDialog</name>
    <message>
        <source>Offset and drift belong to the recordings of a conversation; this video is none of one.</source>
        <translation>偏移与漂移属于对话的录制文件；此视频不是其中之一。</translation>
    </message>
    <message>
        <source>&amp;Find by the sound</source>
        <translation>根据声音查找(&amp;F)</translation>
    </message>
    <message>
        <source>Offset and drift</source>
        <translation>偏移与漂移</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source> ppm</source>
        <translation> ppm</translation>
    </message>
    <message>
        <source>Where the recording begins on the conversation&apos;s time axis, and how many millionths slower it runs. Where one microphone hears the other&apos;s voice, both can be found.</source>
        <translation>录制在对话时间轴上的起点，以及它慢了百万分之几。只要一个麦克风能听到另一人的声音，两者都可以自动找到。</translation>
    </message>
    <message>
        <source>&amp;Recording of</source>
        <translation>录制者(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Begins at</source>
        <translation>开始于(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Drift</source>
        <translation>漂移(&amp;D)</translation>
    </message>
    <message>
        <source>Both need a recording of their own.</source>
        <translation>两人都需要各自的录制文件。</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>正在分析声音…</translation>
    </message>
    <message>
        <source>Listening to two recordings</source>
        <translation>正在分析两段录制</translation>
    </message>
    <message>
        <source>Comparing the sound…</source>
        <translation>正在比较声音…</translation>
    </message>
    <message>
        <source>Comparing two recordings</source>
        <translation>正在比较两段录制</translation>
    </message>
    <message>
        <source>Not found: neither microphone hears the other&apos;s voice (%1 deviations, 8 are needed). Set the offset by hand.</source>
        <translation>未找到：两个麦克风都听不到另一人的声音（%1 个偏差，需要 8 个）。请手动设置偏移。</translation>
    </message>
    <message numerus="yes">
        <source>Found: %1 s, %2 ppm. It stands out by %3 deviations (8 are needed), in %n window(s).</source>
        <translation>
            <numerusform>已找到：%1 秒，%2 ppm。突出 %3 个偏差（需要 8 个），共 %n 个窗口。</numerusform>
        </translation>
    </message>
    <message>
        <source>Found: %1 s. It stands out by %2 deviations (8 are needed). No drift was found: that needs six minutes in common.</source>
        <translation>找到：%1 秒。它突出 %2 个偏差（需要 8 个）。没有找到漂移：那需要六分钟的共同时间。</translation>
    </message>
</context>
<context>
    <name>app::RecordingsTable</name>
    <message>
        <source>Recordings</source>
        <translation>录音录像</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录音录像</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>转写文本</translation>
    </message>
    <message>
        <source>Looking at recordings</source>
        <translation>正在查看录音录像</translation>
    </message>
    <message>
        <source>There is no video or sound file among these.</source>
        <translation>其中没有视频或声音文件。</translation>
    </message>
    <message>
        <source>Left out, since a recording of this name is there: %1</source>
        <translation>因已有同名录音录像而略过:%1</translation>
    </message>
    <message>
        <source>no transcript</source>
        <translation>无文字稿</translation>
    </message>
    <message>
        <source>your edited words</source>
        <translation>您编辑过的词</translation>
    </message>
    <message>
        <source>As they are in the project now</source>
        <translation>以项目中现在的样子</translation>
    </message>
    <message>
        <source>the project&apos;s words</source>
        <translation>项目中的词</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n clip(s)</source>
        <translation>
            <numerusform>%1，%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, channel %2</source>
        <translation>%1，声道 %2</translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translation>%1 等</translation>
    </message>
</context>
<context>
    <name>app::RenderDialog</name>
    <message>
        <source>From, in seconds</source>
        <translation>从（秒）</translation>
    </message>
    <message>
        <source>To, in seconds</source>
        <translation>到（秒）</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高（像素）</translation>
    </message>
    <message>
        <source>Seconds that the tracks show</source>
        <translation>轨道显示的秒数</translation>
    </message>
    <message>
        <source>What the &amp;model says</source>
        <translation>模型所说的(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Words in the picture</source>
        <translation>画面中的词(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;ound of the recording</source>
        <translation>录像的声音(&amp;O)</translation>
    </message>
    <message>
        <source>Render to video</source>
        <translation>渲染为视频</translation>
    </message>
    <message>
        <source>&amp;Render…</source>
        <translation>渲染…(&amp;R)</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>%1 的全部</translation>
    </message>
    <message>
        <source>The selection</source>
        <translation>选区</translation>
    </message>
    <message>
        <source>What is repeated</source>
        <translation>重复的部分</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>从 … 到 …</translation>
    </message>
    <message>
        <source>&amp;Span</source>
        <translation>时间段(&amp;S)</translation>
    </message>
    <message>
        <source>720p: 1280 × 720</source>
        <translation>720p：1280 × 720</translation>
    </message>
    <message>
        <source>1080p: 1920 × 1080</source>
        <translation>1080p：1920 × 1080</translation>
    </message>
    <message>
        <source>4K: 3840 × 2160</source>
        <translation>4K：3840 × 2160</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>As the recording: %1</source>
        <translation>与录像相同：%1</translation>
    </message>
    <message>
        <source>&amp;Frames a second</source>
        <translation>每秒帧数(&amp;F)</translation>
    </message>
    <message>
        <source>Above the tracks</source>
        <translation>在轨道上方</translation>
    </message>
    <message>
        <source>Beside the tracks</source>
        <translation>在轨道旁边</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不要</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>画面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tracks</source>
        <translation>轨道(&amp;T)</translation>
    </message>
    <message>
        <source>the whole span</source>
        <translation>整个时间段</translation>
    </message>
    <message>
        <source>The tracks stand still and the playhead moves over them; at their end the page turns. 0: the whole span is one page.</source>
        <translation>轨道静止不动，播放头从上面走过；到末尾就翻页。0：整个时间段为一页。</translation>
    </message>
    <message>
        <source>On one p&amp;age</source>
        <translation>每一页(&amp;A)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>The span has no length.</source>
        <translation>时间段没有长度。</translation>
    </message>
    <message>
        <source>Neither picture nor tracks are chosen.</source>
        <translation>既没有选画面，也没有选轨道。</translation>
    </message>
    <message>
        <source>%1 s, %2, %3</source>
        <translation>%1 秒，%2，%3</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 帧</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) of tracks</source>
        <translation>
            <numerusform>%n 页轨道</numerusform>
        </translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
</context>
<context>
    <name>app::Rendering</name>
    <message>
        <source>There is nothing to render: open a video first.</source>
        <translation>没有可渲染的内容：请先打开一个视频。</translation>
    </message>
    <message>
        <source>Render to video</source>
        <translation>渲染为视频</translation>
    </message>
    <message>
        <source>Videos (*.mp4)</source>
        <translation>视频 (*.mp4)</translation>
    </message>
    <message>
        <source>%1-timeline</source>
        <comment>name of a file</comment>
        <translation>%1-时间线</translation>
    </message>
    <message numerus="yes">
        <source>The video is in %1 (%n frame(s), encoded by %2).</source>
        <translation>
            <numerusform>视频在 %1（%n 帧，由 %2 编码）。</numerusform>
        </translation>
    </message>
    <message>
        <source>The video was not rendered: %1</source>
        <translation>视频未能渲染：%1</translation>
    </message>
</context>
<context>
    <name>app::ReportActions</name>
    <message>
        <source>Export labels</source>
        <translation>导出标签</translation>
    </message>
    <message>
        <source>Labels to write</source>
        <translation>要写入的标签</translation>
    </message>
    <message>
        <source>One csd for each, with who judged in its metadata:</source>
        <translation>每个标签一个 csd，元数据中注明由谁判断：</translation>
    </message>
    <message>
        <source>Report of the review</source>
        <translation>复查报告</translation>
    </message>
    <message>
        <source>Web pages (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写入报告</translation>
    </message>
    <message>
        <source>The report was written to %1, with its figures and all judgements as CSV beside it.</source>
        <translation>报告已写入 %1，其指标和全部判断以 CSV 存于旁边。</translation>
    </message>
    <message>
        <source>Export labels into</source>
        <translation>将标签导出到</translation>
    </message>
    <message>
        <source>Exporting labels</source>
        <translation>正在导出标签</translation>
    </message>
    <message numerus="yes">
        <source>%n csd file(s) were written into %1.</source>
        <translation>
            <numerusform>已将 %n 个 csd 文件写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is labelled yet: label segments, or begin a pass.</source>
        <translation>尚未标注任何内容：请标注片段，或开始一轮标注。</translation>
    </message>
    <message>
        <source>%1 is one of several classes, and this writes numbers. Use File → Export… (annotation) for classes.</source>
        <translation>%1 是若干类别之一，而这里写出数字。类别请用 文件 → 导出…（标注）。</translation>
    </message>
</context>
<context>
    <name>app::Review</name>
    <message numerus="yes">
        <source>All %n segment(s) of this pass are done.</source>
        <translation>
            <numerusform>本轮的全部 %n 个片段已完成。</numerusform>
        </translation>
    </message>
    <message>
        <source>answer %1</source>
        <translation>作答 %1</translation>
    </message>
    <message>
        <source>no answer %1</source>
        <translation>取消作答 %1</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>There is no answer yet: 1 to 7 give one.</source>
        <translation>尚未作答：按 1 至 7 作答。</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已裁定</translation>
    </message>
    <message>
        <source>%1, pass %2</source>
        <translation>%1，第 %2 轮</translation>
    </message>
    <message>
        <source>%1, text only</source>
        <translation>%1，仅文本</translation>
    </message>
    <message>
        <source>%1, sound only</source>
        <translation>%1，仅声音</translation>
    </message>
    <message>
        <source>%1, silent video</source>
        <translation>%1，静音视频</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1，再次</translation>
    </message>
    <message>
        <source>%1, training</source>
        <translation>%1，练习</translation>
    </message>
    <message>
        <source>The right value was shown: this answer stays as it is.</source>
        <translation>正确值已显示：此回答保持不变。</translation>
    </message>
    <message>
        <source>The measurement of the model’s influence decides what is seen of this segment.</source>
        <translation>模型影响的测量决定此片段能看到什么。</translation>
    </message>
</context>
<context>
    <name>app::ReviewActions</name>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Comment on the segment:</source>
        <translation>对片段的注释：</translation>
    </message>
    <message>
        <source>Keys give %1; Esc ends that.</source>
        <translation>按键给出 %1；按 Esc 结束。</translation>
    </message>
    <message>
        <source>The first letter of a label chooses it; Esc ends that.</source>
        <translation>按标签的首字母选择它；按 Esc 结束。</translation>
    </message>
    <message>
        <source>%1 has no step %2.</source>
        <translation>%1 没有第 %2 级。</translation>
    </message>
    <message>
        <source>No value of %1</source>
        <translation>没有“%1”的值</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: no step %2</source>
        <translation>%1：没有第 %2 级</translation>
    </message>
    <message>
        <source>%1 has no labels that a digit could give.</source>
        <translation>%1 没有可用数字键给出的标签。</translation>
    </message>
</context>
<context>
    <name>app::ReviewReport</name>
    <message>
        <source>undefined: %1</source>
        <translation>无定义：%1</translation>
    </message>
    <message>
        <source> [%1, %2]</source>
        <translation> [%1, %2]</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Raters</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>%1 ↓  %2 →</source>
        <translation>%1 ↓  %2 →</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>评分者</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>How often which value</source>
        <translation>各值出现次数</translation>
    </message>
    <message>
        <source>Use of the scale</source>
        <translation>量表使用情况</translation>
    </message>
    <message>
        <source>Who said what</source>
        <translation>各人的判断</translation>
    </message>
    <message>
        <source>Most disagreement</source>
        <translation>分歧最大</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Mean time (s)</source>
        <translation>平均用时 (s)</translation>
    </message>
    <message>
        <source>Median (s)</source>
        <translation>中位数 (s)</translation>
    </message>
    <message>
        <source>Peeked</source>
        <translation>提前查看</translation>
    </message>
    <message>
        <source>Revised</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Review of %1</source>
        <translation>%1 的复查</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>There are no judgements of a first pass yet.</source>
        <translation>还没有第一轮的判断。</translation>
    </message>
    <message>
        <source>The same annotator again</source>
        <translation>同一标注者重复判断</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>1st quarter</source>
        <translation>第一个四分之一</translation>
    </message>
    <message>
        <source>2nd quarter</source>
        <translation>第二个四分之一</translation>
    </message>
    <message>
        <source>3rd quarter</source>
        <translation>第三个四分之一</translation>
    </message>
    <message>
        <source>4th quarter</source>
        <translation>第四个四分之一</translation>
    </message>
    <message>
        <source>time per item (s)</source>
        <translation>每项用时（秒）</translation>
    </message>
    <message>
        <source>%1: mean</source>
        <translation>%1：均值</translation>
    </message>
    <message>
        <source>%1: difference from the others’ mean</source>
        <translation>%1：与他人均值之差</translation>
    </message>
    <message>
        <source>Drift over time</source>
        <translation>随时间的漂移</translation>
    </message>
    <message>
        <source>Each pass is cut into four in the order in which its answers were committed: answer i of N, counted from 0, lies in quarter 4i/N, rounded down. A label’s difference is that from the mean of the other annotators’ first passes over the same segment; segments that nobody else rated are left out of it. In brackets: how many answers a mean is of.</source>
        <translation>每一轮按答案确认的顺序分为四份：N 个答案中的第 i 个（从 0 数起）属于第 4i/N（向下取整）份。标签之差是与其他标注者第一轮对同一片段的均值之差；没有别人评过的片段不计入。括号内为均值所含的答案数。</translation>
    </message>
    <message>
        <source>%1 % (%2 of %3)</source>
        <translation>%1 %（%3 中 %2）</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>平均差距</translation>
    </message>
    <message>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <source>own answers within a pass</source>
        <translation>同一轮中自己的回答</translation>
    </message>
    <message>
        <source>hidden gold</source>
        <translation>隐藏金标准</translation>
    </message>
    <message>
        <source>gold of practice</source>
        <translation>练习金标准</translation>
    </message>
    <message>
        <source>Own answers and gold</source>
        <translation>自身回答与金标准</translation>
    </message>
    <message>
        <source>Segments that came again within a pass, and segments whose right values are known, as the view Raters and consensus has them. Beside gold, an answer is equal when it is not more than half a step away; a bias above 0 is too high. α is Krippendorff’s, ordinal, of first and second answers.</source>
        <translation>在同一轮中再次出现的片段，以及已知正确值的片段，与“标注者与共识”视图一致。与金标准相比，差距不超过半个刻度即为相同；偏差大于 0 表示偏高。α 为首次与再次回答之间的 Krippendorff 有序 α。</translation>
    </message>
    <message>
        <source>Overlap at least</source>
        <translation>重叠至少</translation>
    </message>
    <message>
        <source>Found (F)</source>
        <translation>找到 (F)</translation>
    </message>
    <message>
        <source>Same name</source>
        <translation>名称相同</translation>
    </message>
    <message>
        <source>κ of names</source>
        <translation>名称的 κ</translation>
    </message>
    <message>
        <source>Edges within</source>
        <translation>边界相差不超过</translation>
    </message>
    <message>
        <source>F</source>
        <translation>F</translation>
    </message>
    <message>
        <source>F by chance</source>
        <translation>随机的 F</translation>
    </message>
    <message>
        <source>Beyond chance</source>
        <translation>超出随机</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Segments of their own</source>
        <translation>各自的片段</translation>
    </message>
    <message>
        <source>uα asks whether annotators say the same at the same moments, γ whether their segments can be paired, in place and in name, B whether they cut at the same places. In the sweep stand which part of the segments was found, and how many edges lie near each other, beside chance.</source>
        <translation>uα 问标注者在同一时刻是否说同样的内容，γ 问他们的片段能否按位置和名称配对，B 问他们是否在相同位置切分。扫描列出找到了多大部分的片段，以及有多少边界彼此接近，并与随机水平对照。</translation>
    </message>
    <message>
        <source>Items of %1 groups were never compared with each other: strengths have no common rank.</source>
        <translation>%1 组之间从未互相比较：强度没有共同的排序。</translation>
    </message>
    <message>
        <source>Split-half reliability r = %1.</source>
        <translation>折半信度 r = %1。</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>出现次数</translation>
    </message>
    <message>
        <source>Comparisons</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Strengths are logits by the model of Bradley and Terry, with their 95 % interval: a difference of 1 is chosen in 73 of 100 cases. A score is (times best − times worst) / times shown.</source>
        <translation>强度是按 Bradley–Terry 模型的对数几率，附 95 % 区间：相差 1 时，100 次中有 73 次被选中。得分为（最好次数 − 最差次数）/ 出现次数。</translation>
    </message>
</context>
<context>
    <name>app::ReviewSources</name>
    <message>
        <source>Looking for segments to review</source>
        <translation>正在查找待复查的片段</translation>
    </message>
    <message>
        <source>Asking the model about all segments</source>
        <translation>正在向模型查询所有片段</translation>
    </message>
    <message>
        <source>Gathering segments to review</source>
        <translation>正在收集待审阅的片段</translation>
    </message>
</context>
<context>
    <name>app::ReviewTab</name>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>α %1</source>
        <translation>α %1</translation>
    </message>
    <message>
        <source>Who labels? Write a name into “Annotator”.</source>
        <translation>由谁标注？请在“标注者”中填写姓名。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · segment %2</source>
        <translation>%1 · 片段 %2</translation>
    </message>
    <message>
        <source>Keys 0 to 3 give %1; Esc ends that.</source>
        <translation>按键 0 至 3 给出 %1；按 Esc 结束。</translation>
    </message>
    <message>
        <source>The first letter of a label chooses it; Esc ends that.</source>
        <translation>按标签的首字母选择它；按 Esc 结束。</translation>
    </message>
</context>
<context>
    <name>app::RoomAdditive</name>
    <message>
        <source>Asking with each other&apos;s modalities</source>
        <translation>用彼此的模态提问</translation>
    </message>
    <message>
        <source>asking: %1 %</source>
        <translation>正在询问：%1 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>a sum of parts: R² %1</source>
        <translation>各部分之和：R² %1</translation>
    </message>
    <message>
        <source>R² of the part of the prediction that is a sum of one function per modality, over %1 of %2 segments. Farthest from a sum:</source>
        <translation>预测中可写成各模态各自函数之和的部分的 R²，基于 %2 个片段中的 %1 个。离总和最远：</translation>
    </message>
    <message>
        <source>the model says the same of all segments</source>
        <translation>模型对所有片段的回答都相同</translation>
    </message>
    <message>
        <source>A sum?</source>
        <translation>是总和吗？</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>app::RoomComparison</name>
    <message>
        <source>Asking another model about the dataset</source>
        <translation>就数据集询问另一模型</translation>
    </message>
    <message>
        <source>%1 is being asked about all segments…</source>
        <translation>正在就全部片段询问 %1…</translation>
    </message>
    <message>
        <source>The question was stopped.</source>
        <translation>询问已停止。</translation>
    </message>
</context>
<context>
    <name>app::RoomConcepts</name>
    <message>
        <source>Looking for kept concepts</source>
        <translation>查找已保存的概念</translation>
    </message>
    <message>
        <source>The model gives probabilities: what a unit adds to them is not known on their scale.</source>
        <translation>模型给出的是概率：单元的贡献无法以其刻度表示。</translation>
    </message>
    <message>
        <source>Making the table of concepts</source>
        <translation>生成概念表</translation>
    </message>
    <message>
        <source>Taking muted concepts away</source>
        <translation>去除静音概念</translation>
    </message>
    <message>
        <source>%1 units, %2 at a time, of %3 (%4 numbers)</source>
        <translation>%1 个单元，每次 %2 个，取自 %3（%4 个数）</translation>
    </message>
    <message>
        <source>hold %1 % of it, %2 % beyond the training</source>
        <translation>保留其 %1 %，训练之外 %2 %</translation>
    </message>
    <message>
        <source>hold %1 % of it</source>
        <translation>保留其 %1 %</translation>
    </message>
    <message numerus="yes">
        <source>%n muted</source>
        <translation>
            <numerusform>%n 个静音</numerusform>
        </translation>
    </message>
    <message>
        <source>The model is being asked: %1 %</source>
        <translation>正在询问模型：%1 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>The model or the data have changed since concepts were found.</source>
        <translation>自找到概念以来，模型或数据已改变。</translation>
    </message>
    <message>
        <source>Find them again</source>
        <translation>重新寻找</translation>
    </message>
    <message>
        <source>Find the concepts</source>
        <translation>寻找概念</translation>
    </message>
    <message>
        <source>Finding the concepts of the model</source>
        <translation>寻找模型的概念</translation>
    </message>
    <message numerus="yes">
        <source>says little: %n number(s)</source>
        <translation>
            <numerusform>说明不了什么：%n 个数</numerusform>
        </translation>
    </message>
    <message>
        <source>What a segment is to the model where it fuses words, sound and face can be taken apart into 64 units at most, of which a segment has 8 at most. Each adds something to the prediction, and is seen in the segments where it is strongest.</source>
        <translation>模型在融合词语、声音和面部之处如何看待一个片段，可以分解成至多 64 个单元，一个片段至多含其中 8 个。每个单元都为预测增添一些内容，并在其最强的片段中显现。</translation>
    </message>
    <message>
        <source>Concepts are of one output: choose one of the classes in the head, in the place of all.</source>
        <translation>概念针对一个输出：请在头部选择某一类别，而不是全部。</translation>
    </message>
</context>
<context>
    <name>app::RoomModels</name>
    <message>
        <source>Looking for models of the dataset view</source>
        <translation>正在查找数据集视图的模型</translation>
    </message>
    <message>
        <source>looks at recordings; here models of sequences are asked</source>
        <translation>看的是录像；这里询问的是序列的模型</translation>
    </message>
    <message>
        <source>learnt without labels: it predicts none</source>
        <translation>未用标签学习：不预测标签</translation>
    </message>
    <message>
        <source>wants recordings</source>
        <translation>需要录像</translation>
    </message>
</context>
<context>
    <name>app::RoomPoints</name>
    <message>
        <source>Making the points of the dataset view</source>
        <translation>正在生成数据集视图的点</translation>
    </message>
    <message>
        <source>class: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>app::RoomSlices</name>
    <message>
        <source>Looking at slices</source>
        <translation>正在查看子集</translation>
    </message>
    <message>
        <source>none worse beyond chance</source>
        <translation>没有超出偶然的更差者</translation>
    </message>
    <message numerus="yes">
        <source>* %n worse beyond chance</source>
        <translation>
            <numerusform>* %n 个更差且超出偶然</numerusform>
        </translation>
    </message>
    <message>
        <source>worst first · dashed: all, MAE %1 · %2 (BH 5 %)</source>
        <translation>最差在前 · 虚线：全部，MAE %1 · %2（BH 5 %）</translation>
    </message>
    <message>
        <source>worst first · dashed: all, %1 wrong · %2 (BH 5 %)</source>
        <translation>最差在前 · 虚线：全部，%1 错误 · %2（BH 5 %）</translation>
    </message>
</context>
<context>
    <name>app::Routing</name>
    <message>
        <source>A blind review goes on: nothing is said of others until it is left.</source>
        <translation>盲评正在进行：离开之前不显示他人的任何内容。</translation>
    </message>
    <message>
        <source>Fitting the model of annotators</source>
        <translation>正在拟合标注者模型</translation>
    </message>
    <message>
        <source>The fit was stopped. Any further answer begins it again.</source>
        <translation>拟合已停止。任何新的回答都会重新开始。</translation>
    </message>
</context>
<context>
    <name>app::RunFigures</name>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>r</source>
        <translation>r</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>%1 (95 %: %2 … %3)</source>
        <translation>%1（95 %：%2 … %3）</translation>
    </message>
    <message numerus="yes">
        <source>Of %n test segment(s): %1. Segments of one video are alike, so that it is less sure than that.</source>
        <translation>
            <numerusform>%n 个测试片段：%1。同一视频的片段彼此相似，因此实际把握更小。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::RunFolderField</name>
    <message>
        <source>The folder of this run</source>
        <translation>此次运行的文件夹</translation>
    </message>
</context>
<context>
    <name>app::RunFolderTexts</name>
    <message>
        <source>The program ended without a word: it was killed, or found no memory.</source>
        <translation>程序没有任何说明就结束了：它被终止，或内存不足。</translation>
    </message>
</context>
<context>
    <name>app::RunsPage</name>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Reproduce</source>
        <translation>重现(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>使用此模型(&amp;U)</translation>
    </message>
    <message>
        <source>Other &amp;folder…</source>
        <translation>其他文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>最好的一轮</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>各次训练</translation>
    </message>
    <message>
        <source>Several runs are selected with Ctrl; their curves lie over each other. Figures are those of the test fold.</source>
        <translation>按 Ctrl 可选多次训练；曲线叠在一起。数值来自测试集。</translation>
    </message>
    <message>
        <source>What the curves show</source>
        <translation>曲线显示什么</translation>
    </message>
    <message>
        <source>Losses (dashed: learnt from, solid: validation)</source>
        <translation>损失（虚线：训练，实线：验证）</translation>
    </message>
    <message>
        <source>The figure that decides which epoch is best</source>
        <translation>决定哪一轮最好的数值</translation>
    </message>
    <message>
        <source>The segments that were learnt from: what is easy, ambiguous, hard</source>
        <translation>学习过的片段：容易、模棱两可、困难</translation>
    </message>
    <message>
        <source>A click plays the segment.</source>
        <translation>单击即播放该片段。</translation>
    </message>
    <message>
        <source>When the window closes</source>
        <translation>窗口关闭时</translation>
    </message>
    <message>
        <source>When the window closes: ask</source>
        <translation>窗口关闭时：询问</translation>
    </message>
    <message>
        <source>When the window closes: runs go on</source>
        <translation>窗口关闭时：训练继续</translation>
    </message>
    <message>
        <source>When the window closes: runs stop</source>
        <translation>窗口关闭时：训练停止</translation>
    </message>
    <message>
        <source>A folder of runs</source>
        <translation>存放训练的文件夹</translation>
    </message>
    <message>
        <source>Runs in %1</source>
        <translation>%1 中的训练</translation>
    </message>
    <message>
        <source>running: %1 alone, for comparison</source>
        <translation>进行中：仅 %1，用于比较</translation>
    </message>
    <message>
        <source>running: reads the data</source>
        <translation>进行中：读取数据</translation>
    </message>
    <message>
        <source>running: epoch %1 of %2 at most</source>
        <translation>进行中：第 %1 轮，最多 %2 轮</translation>
    </message>
    <message numerus="yes">
        <source>done after %n epoch(s)</source>
        <translation>
            <numerusform>完成，共 %n 轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stopped after %n epoch(s)</source>
        <translation>
            <numerusform>已停止，共 %n 轮</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>broken off after %n epoch(s)</source>
        <translation>
            <numerusform>中断，共 %n 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 What was learnt up to its last epoch is kept.</source>
        <translation>%1 到最后一轮为止学到的内容已保留。</translation>
    </message>
    <message>
        <source>It can go on where it was stopped, or be used as it is: the weights of its best epoch are a model.</source>
        <translation>可以从停止处继续，也可以直接使用：最好一轮的权重就是模型。</translation>
    </message>
    <message>
        <source>Select one run.</source>
        <translation>请选择一次训练。</translation>
    </message>
    <message>
        <source>The segments are being read…</source>
        <translation>正在读取片段…</translation>
    </message>
    <message>
        <source>Nothing was noted of this run&apos;s segments; train with --dynamics.</source>
        <translation>没有记录此次训练的片段；请用 --dynamics 训练。</translation>
    </message>
    <message>
        <source>There are no runs in this folder yet.</source>
        <translation>此文件夹中还没有训练。</translation>
    </message>
    <message>
        <source>Select a run to see its curves.</source>
        <translation>选择一次训练以查看曲线。</translation>
    </message>
    <message>
        <source>No epoch is over yet.</source>
        <translation>还没有完成任何一轮。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected.</source>
        <translation>
            <numerusform>已选 %n 次训练。</numerusform>
        </translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message numerus="yes">
        <source>running: silent for %n minute(s)</source>
        <translation>
            <numerusform>运行中：已 %n 分钟无输出</numerusform>
        </translation>
    </message>
    <message>
        <source>It ends after its batch. Where it does not, Stop ends it at once; what it learnt up to its last epoch is kept.</source>
        <translation>它将在当前批次后结束。若未结束，再按“停止”会立即终止；到最后一轮为止学到的内容会保留。</translation>
    </message>
    <message>
        <source>It writes nothing for far longer than its epochs took: it hangs, or waits for a disk. Stop ends it, and Go on takes it up at its last epoch.</source>
        <translation>它远超各轮所需时间没有写出任何内容：可能已挂起或在等待磁盘。“停止”可结束它，“继续”从最后一轮接着进行。</translation>
    </message>
    <message>
        <source>Figures of</source>
        <translation>数字对象</translation>
    </message>
    <message>
        <source>On the held-out fold, of the label that is named before: of sentiment where the model predicts it, otherwise of all its labels together</source>
        <translation>在留出部分上，针对前面所写的标签：模型预测 sentiment 时即为它，否则为全部标签合计</translation>
    </message>
    <message>
        <source>all labels</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Suspicious &amp;labels…</source>
        <translation>可疑标签(&amp;L)…</translation>
    </message>
    <message>
        <source>Train a&amp;gain</source>
        <translation>重新训练(&amp;A)</translation>
    </message>
    <message>
        <source>Looks for labels that models which have not seen their video do not believe</source>
        <translation>查找未见过其视频的模型所不相信的标签</translation>
    </message>
    <message>
        <source>Learns the same with the labels as they are now, three seeds each, and says what their changes brought</source>
        <translation>用现在的标签再学一遍，各用三个种子，并说明标签的改动带来了什么</translation>
    </message>
    <message>
        <source>waits for its command</source>
        <translation>等待其命令</translation>
    </message>
    <message>
        <source>no test</source>
        <translation>无测试</translation>
    </message>
    <message>
        <source>Its command was copied, and nobody has given it yet: polylogue-models train %1</source>
        <translation>其命令已复制，但还没有人执行：polylogue-models train %1</translation>
    </message>
    <message>
        <source>It had no test: how good it is on videos that it has not seen, nothing tells.</source>
        <translation>它没有测试：对未见过的视频效果如何，无从得知。</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>How many held-out segments the figures are of</source>
        <translation>这些数值来自多少个留出片段</translation>
    </message>
</context>
<context>
    <name>app::ScriptEdits</name>
    <message>
        <source>new tier %1 of a script</source>
        <translation>脚本的新层 %1</translation>
    </message>
    <message>
        <source>segments of %1 by a script</source>
        <translation>脚本修改 %1 的片段</translation>
    </message>
</context>
<context>
    <name>app::ScriptLayers</name>
    <message>
        <source>from a script</source>
        <translation>来自脚本</translation>
    </message>
</context>
<context>
    <name>app::ScriptRecorder</name>
    <message>
        <source>Open a video first: a script does the same with it again.</source>
        <translation>请先打开一个视频：脚本会对它再做一遍同样的事。</translation>
    </message>
    <message>
        <source>What you do is written down as a script, until you choose Record a script again.</source>
        <translation>您所做的事会记为脚本，直到您再次选择“录制脚本”。</translation>
    </message>
    <message>
        <source>Save the script</source>
        <translation>保存脚本</translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <source>Writing the script</source>
        <translation>正在写入脚本</translation>
    </message>
    <message>
        <source>The script is written. It runs while a window listens (polylogue --listen).</source>
        <translation>脚本已写好。有窗口在监听时（polylogue --listen）即可运行。</translation>
    </message>
</context>
<context>
    <name>app::Scripting</name>
    <message>
        <source>A script was cut off: %1</source>
        <translation>一个脚本的连接已断开：%1</translation>
    </message>
</context>
<context>
    <name>app::SeenVideos</name>
    <message>
        <source>Reading what was seen</source>
        <translation>正在读取曾看到的内容</translation>
    </message>
</context>
<context>
    <name>app::SegmentActions</name>
    <message>
        <source>A blind review goes on: nothing is said of others until it is left.</source>
        <translation>盲评正在进行：离开之前不显示他人的任何内容。</translation>
    </message>
    <message>
        <source>Comparing segments</source>
        <translation>正在比较片段</translation>
    </message>
    <message>
        <source>The comparison was stopped. Any change of a segment begins it again.</source>
        <translation>比较已停止。任何片段的更改都会重新开始。</translation>
    </message>
</context>
<context>
    <name>app::SegmentAgreementDialog</name>
    <message>
        <source>Tier, and the label that names segments</source>
        <translation>标注层，以及为片段命名的标签</translation>
    </message>
    <message>
        <source>Figures of agreement</source>
        <translation>一致性指标</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>What it asks</source>
        <translation>所问的问题</translation>
    </message>
    <message>
        <source>Where two people differ</source>
        <translation>两人不同之处</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>What they marked</source>
        <translation>他们标记的内容</translation>
    </message>
    <message>
        <source>How far the figures are</source>
        <translation>指标的计算进度</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Agreement on segments</source>
        <translation>片段的一致性</translation>
    </message>
    <message>
        <source>A click, or Enter, goes to the place and plays it.</source>
        <translation>点击或按 Enter 跳到该处并播放。</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>Two at a time</source>
        <translation>两两比较</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Pairs of annotators</source>
        <translation>标注者配对</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>κ of names</source>
        <translation>名称 κ</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>F of segments that overlap at all</source>
        <translation>有任何重叠的片段的 F</translation>
    </message>
    <message>
        <source>Cohen’s κ of the names of what both found</source>
        <translation>两人都找到的片段名称的 Cohen κ</translation>
    </message>
    <message>
        <source>F of edges not more than 0.25 s apart, beyond what turned edges reach by chance</source>
        <translation>相距不超过 0.25 秒的边界的 F，超出转动边界偶然达到的部分</translation>
    </message>
    <message>
        <source>Comparing segments…</source>
        <translation>正在比较片段…</translation>
    </message>
    <message>
        <source>There is nothing to compare. Two people need segments of their own on tiers of one name, each with the person as its annotator: gesture/anna, gesture/ben.</source>
        <translation>没有可比较的内容。需要两个人在同名的标注层上各有自己的片段，并以此人为标注者：gesture/anna、gesture/ben。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Found by both (F), by overlap</source>
        <translation>两人都找到 (F)，按重叠</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Edges in common (F), by distance; dashed: chance</source>
        <translation>共同边界 (F)，按距离；虚线：偶然</translation>
    </message>
    <message>
        <source>Where %1 differ: the first %2 of %3 places</source>
        <translation>%1 不同之处：%3 处中的前 %2 处</translation>
    </message>
    <message numerus="yes">
        <source>Where %1 differ: %n place(s)</source>
        <translation>
            <numerusform>%1 不同之处：%n 处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SegmentEdits</name>
    <message>
        <source>move edge of a segment</source>
        <translation>移动片段边界</translation>
    </message>
    <message>
        <source>move edge of “%1”</source>
        <translation>移动“%1”的边界</translation>
    </message>
    <message>
        <source>The answers to this segment moved with it; they were given for other times: %1.</source>
        <translation>该片段的回答已随之移动;它们原本针对其他时间:%1。</translation>
    </message>
    <message>
        <source>split %1</source>
        <translation>拆分 %1</translation>
    </message>
    <message>
        <source>There is nothing behind it to merge with.</source>
        <translation>后面没有可合并的内容。</translation>
    </message>
    <message>
        <source>merge %1 and %2</source>
        <translation>合并 %1 和 %2</translation>
    </message>
    <message>
        <source>delete %1</source>
        <translation>删除 %1</translation>
    </message>
    <message numerus="yes">
        <source>delete %n word(s)</source>
        <translation>
            <numerusform>删除 %n 个词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>delete %n segment(s)</source>
        <translation>
            <numerusform>删除 %n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste %n word(s)</source>
        <translation>
            <numerusform>粘贴 %n 个词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paste %n segment(s)</source>
        <translation>
            <numerusform>粘贴 %n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>new word</source>
        <translation>新建词</translation>
    </message>
    <message>
        <source>new segment</source>
        <translation>新建片段</translation>
    </message>
    <message>
        <source>text “%1”</source>
        <translation>文本“%1”</translation>
    </message>
    <message>
        <source>start of “%1”</source>
        <translation>“%1”的开始</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>移动 %1</translation>
    </message>
</context>
<context>
    <name>app::SegmentInSight</name>
    <message>
        <source>segment %1 of %2</source>
        <translation>片段 %1 / %2</translation>
    </message>
    <message>
        <source>no segment here</source>
        <translation>此处没有片段</translation>
    </message>
    <message>
        <source>This video has no labelled segments yet. “Make labelled segments” in the menu Label makes them; “Use as labelled segments” takes an imported tier.</source>
        <translation>此视频还没有带标签的片段。“标签”菜单中的“创建带标签的片段”可以创建它们；“用作带标签的片段”可使用导入的层。</translation>
    </message>
    <message>
        <source>Move the playhead onto a labelled segment.</source>
        <translation>请将播放头移到带标签的片段上。</translation>
    </message>
    <message>
        <source>This video has no labelled segments that a digit could label.</source>
        <translation>此视频没有可用数字键标注的带标签片段。</translation>
    </message>
    <message>
        <source>There is no labelled segment under the playhead.</source>
        <translation>播放头处没有带标签的片段。</translation>
    </message>
</context>
<context>
    <name>app::SegmentJump</name>
    <message>
        <source>The dataset has no video “%1”.</source>
        <translation>数据集中没有视频“%1”。</translation>
    </message>
    <message>
        <source>%1 has no segment %2; its segments are counted from 0.</source>
        <translation>%1 没有片段 %2；片段从 0 开始计数。</translation>
    </message>
</context>
<context>
    <name>app::SegmentMaker</name>
    <message>
        <source>Open a video first: segments belong to one.</source>
        <translation>请先打开视频：片段属于某个视频。</translation>
    </message>
    <message>
        <source>Reading words and labels</source>
        <translation>正在读取词语和标签</translation>
    </message>
    <message>
        <source>Listening for pauses</source>
        <translation>正在寻找停顿</translation>
    </message>
    <message>
        <source>Stopped: no segments were made.</source>
        <translation>已停止：没有创建片段。</translation>
    </message>
    <message>
        <source>make labelled segments</source>
        <translation>创建带标签的片段</translation>
    </message>
    <message>
        <source>No segments were found: there is no speech between pauses, or there are no words.</source>
        <translation>没有找到片段：停顿之间没有语音，或没有词语。</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were made.</source>
        <translation>
            <numerusform>已创建 %n 个片段。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) have such segments already and were left as they are.</source>
        <translation>
            <numerusform>%n 个视频已有这样的片段，保持原样。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking how long videos are</source>
        <translation>正在查看视频时长</translation>
    </message>
    <message>
        <source>No segments were made: there is neither a recording nor a feature that says how long the video is.</source>
        <translation>未创建片段：没有录制文件，也没有能说明视频时长的特征。</translation>
    </message>
</context>
<context>
    <name>app::SegmentMenu</name>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>值(&amp;V)</translation>
    </message>
</context>
<context>
    <name>app::SegmentTextField</name>
    <message>
        <source>Text of the word</source>
        <translation>词的文本</translation>
    </message>
    <message>
        <source>Text of the segment</source>
        <translation>片段的文本</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 的值</translation>
    </message>
</context>
<context>
    <name>app::SegmentTexts</name>
    <message>
        <source>without a name</source>
        <translation>无名称</translation>
    </message>
    <message>
        <source>Beside %1, %2 %3 and %4 (medians).</source>
        <translation>与 %1 相比，%2 %3，%4（中位数）。</translation>
    </message>
    <message>
        <source>begins %1 s later</source>
        <translation>晚开始 %1 秒</translation>
    </message>
    <message>
        <source>begins %1 s earlier</source>
        <translation>早开始 %1 秒</translation>
    </message>
    <message>
        <source>begins at the same time</source>
        <translation>同时开始</translation>
    </message>
    <message>
        <source>ends %1 s later</source>
        <translation>晚结束 %1 秒</translation>
    </message>
    <message>
        <source>ends %1 s earlier</source>
        <translation>早结束 %1 秒</translation>
    </message>
    <message>
        <source>ends at the same time</source>
        <translation>同时结束</translation>
    </message>
    <message numerus="yes">
        <source>%1 cut %n video(s) into segments of their own.</source>
        <translation>
            <numerusform>%1 把 %n 个视频切分成了各自的片段。</numerusform>
        </translation>
    </message>
    <message>
        <source>kuα of “%1”</source>
        <translation>“%1” 的 kuα</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>未定义</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>from 5 videos on</source>
        <translation>至少 5 个视频</translation>
    </message>
    <message>
        <source>Do they say the same at the same moments?</source>
        <translation>他们是否在相同时刻说相同的内容？</translation>
    </message>
    <message>
        <source>Do they mark the same moments at all?</source>
        <translation>他们是否标记了相同的时刻？</translation>
    </message>
    <message>
        <source>Where both marked, do they say the same?</source>
        <translation>在两人都标记之处，他们是否说相同的内容？</translation>
    </message>
    <message>
        <source>Can their segments be paired, in place and in name?</source>
        <translation>他们的片段能否按位置和名称配对？</translation>
    </message>
    <message>
        <source>Do they cut at the same places?</source>
        <translation>他们是否在相同之处切分？</translation>
    </message>
    <message>
        <source>Do they cut at the same places, beyond chance?</source>
        <translation>除去偶然，他们是否在相同之处切分？</translation>
    </message>
    <message>
        <source>Is “%1” used alike?</source>
        <translation>“%1” 的用法是否一致？</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rater(s)</source>
        <translation>
            <numerusform>%n 位评分者</numerusform>
        </translation>
    </message>
    <message>
        <source>Another rater marked something in %1 % of the time of this name.</source>
        <translation>在该名称 %1 % 的时间里，另有评分者作了标记。</translation>
    </message>
    <message>
        <source>Chance from %1 samples, seed %2</source>
        <translation>偶然由 %1 个样本得出，种子 %2</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>略去：%1</translation>
    </message>
    <message>
        <source>No segment of one overlaps one of the other.</source>
        <translation>一人的片段与另一人的片段没有任何重叠。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n segment(s) that both found, %1 % have the same name.</source>
        <translation>
            <numerusform>两人都找到的 %n 个片段中，%1 % 名称相同。</numerusform>
        </translation>
    </message>
    <message>
        <source>κ of the names is %1.</source>
        <translation>名称的 κ 为 %1。</translation>
    </message>
    <message>
        <source>κ of the names is undefined: both always say one and the same.</source>
        <translation>名称的 κ 未定义：两人始终说同一个名称。</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 与 %2</translation>
    </message>
    <message>
        <source>only %1: %2</source>
        <translation>仅 %1：%2</translation>
    </message>
</context>
<context>
    <name>app::SegmentsDialog</name>
    <message>
        <source>From the &amp;pauses of speech, as the sound has them</source>
        <translation>按声音中的语音停顿(&amp;P)</translation>
    </message>
    <message>
        <source>From the &amp;sentences of the words</source>
        <translation>按词语组成的句子(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Evenly, one after the other</source>
        <translation>等长、依次排列(&amp;E)</translation>
    </message>
    <message>
        <source>Make labelled segments</source>
        <translation>创建带标签的片段</translation>
    </message>
    <message>
        <source>This video has no words yet.</source>
        <translation>此视频还没有词语。</translation>
    </message>
    <message>
        <source>Segments get their sentiment and emotions by hand afterwards. Their edges can be moved like those of words.</source>
        <translation>之后由人工为片段标注情感和情绪。片段的边缘可以像词语一样移动。</translation>
    </message>
    <message>
        <source>A pause en&amp;ds a segment from</source>
        <translation>停顿达到此时长即结束片段(&amp;D)</translation>
    </message>
    <message>
        <source>Each segment &amp;lasts</source>
        <translation>每个片段时长(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Make segments</source>
        <translation>创建片段(&amp;M)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Where the la&amp;belled segments are</source>
        <translation>在带标签片段所在处(&amp;B)</translation>
    </message>
    <message numerus="yes">
        <source>In &amp;all %n video(s), but for those that have some</source>
        <translation>
            <numerusform>在全部 %n 个视频中，已有的除外(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>Make segments of %1</source>
        <translation>创建 %1 的片段</translation>
    </message>
    <message>
        <source>Segments get their labels by hand afterwards: a digit gives the value, or the term of that place. Their edges can be moved like those of words.</source>
        <translation>片段的标签随后由人给出：数字键给出数值，或该位置的术语。片段边界可像词的边界一样移动。</translation>
    </message>
    <message>
        <source>The &amp;whole video as one</source>
        <translation>整个视频作为一个(&amp;W)</translation>
    </message>
    <message>
        <source>This video has no recording.</source>
        <translation>此视频没有录制文件。</translation>
    </message>
</context>
<context>
    <name>app::SelectionActions</name>
    <message>
        <source>There are no words or segments on the clipboard.</source>
        <translation>剪贴板上没有词或片段。</translation>
    </message>
    <message>
        <source>Open a video to paste into.</source>
        <translation>请打开要粘贴到的视频。</translation>
    </message>
</context>
<context>
    <name>app::SequenceOffsetMenu</name>
    <message>
        <source>Se&amp;quence offsets</source>
        <translation>序列偏移(&amp;Q)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>%1: %2 s…</source>
        <translation>%1：%2 秒…</translation>
    </message>
    <message>
        <source>No video with sequences is open</source>
        <translation>没有打开带序列的视频</translation>
    </message>
    <message>
        <source>offset of %1</source>
        <translation>%1 的偏移</translation>
    </message>
</context>
<context>
    <name>app::Session</name>
    <message>
        <source>the picture</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>the alignment</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>the project</source>
        <translation>项目</translation>
    </message>
</context>
<context>
    <name>app::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language and size count from the next start on.</source>
        <translation>语言和大小在下次启动后生效。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>大小(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>标注者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Examine files without limits</source>
        <translation>检查文件时不设限制(&amp;E)</translation>
    </message>
    <message>
        <source>Unknown csd files are examined in a process of their own, which may take time and memory by the size of the file. Lift these limits for files that you trust.</source>
        <translation>未知的 csd 文件在单独的进程中检查,其时间和内存按文件大小受限。对于您信任的文件,可以取消这些限制。</translation>
    </message>
    <message>
        <source>American English</source>
        <translation>美式英语</translation>
    </message>
    <message>
        <source>A folder with an acoustic model of PocketSphinx, its dictionary and phone map: words of another language are sought with it.</source>
        <translation>含有 PocketSphinx 声学模型、词典和音素表的文件夹：用它查找其他语言的词。</translation>
    </message>
    <message>
        <source>GloVe .txt, word2vec .txt or .bin, fastText .vec. A dataset keeps the vectors of its own words.</source>
        <translation>GloVe .txt、word2vec .txt 或 .bin、fastText .vec。数据集会保留自己的词的向量。</translation>
    </message>
    <message>
        <source>S&amp;peech model</source>
        <translation>语音模型(&amp;P)</translation>
    </message>
    <message>
        <source>Folder of a speech model</source>
        <translation>语音模型的文件夹</translation>
    </message>
    <message>
        <source>&amp;Vectors of words</source>
        <translation>词向量(&amp;V)</translation>
    </message>
    <message>
        <source>File of word vectors</source>
        <translation>词向量文件</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>As their folders demand</source>
        <translation>按所在文件夹的需要</translation>
    </message>
    <message>
        <source>As on a disk of this machine</source>
        <translation>视同本机磁盘</translation>
    </message>
    <message>
        <source>As on a network</source>
        <translation>视同网络</translation>
    </message>
    <message>
        <source>On a network, projects are written without memory that only the processes of one machine share, and whoever looks on gets a copy. Choose for yourself when a folder is taken for the other kind.</source>
        <translation>在网络上，写入项目时不用只有同一台机器的进程才能共享的内存，旁观者得到副本。若某个文件夹被误认为另一种，请自行选择。</translation>
    </message>
    <message>
        <source>P&amp;rojects are kept</source>
        <translation>项目的写入方式(&amp;R)</translation>
    </message>
    <message>
        <source>GloVe, else spelling, built in</source>
        <translation>GloVe，否则为拼写，内置</translation>
    </message>
    <message>
        <source>A file of yours with the nets that make blendshapes of a face: Google publishes it for MediaPipe&apos;s Face Landmarker under the Apache-2.0 licence. This program fetches nothing.</source>
        <translation>您自己的文件，含有由脸得出混合形状的网络：Google 以 Apache-2.0 许可证为 MediaPipe 的 Face Landmarker 发布该文件。本程序不会下载任何内容。</translation>
    </message>
    <message>
        <source>&amp;Blendshapes</source>
        <translation>混合形状(&amp;B)</translation>
    </message>
    <message>
        <source>A face_landmarker.task</source>
        <translation>一个 face_landmarker.task</translation>
    </message>
    <message>
        <source>without colours</source>
        <translation>无颜色</translation>
    </message>
    <message>
        <source>A folder of yours with wheel1.xlsx to wheel5.xlsx, synonym.xlsx and format.csv, as the MER challenges give them out: words of a set get the colour of what they are on the wheel.</source>
        <translation>您自己的文件夹，含 wheel1.xlsx 至 wheel5.xlsx、synonym.xlsx 和 format.csv（由 MER 挑战赛提供）：词集中的词得到其在情绪轮上的颜色。</translation>
    </message>
    <message>
        <source>Folder with tables of emotion wheels</source>
        <translation>含情绪轮表格的文件夹</translation>
    </message>
    <message>
        <source>Emotion &amp;wheels</source>
        <translation>情绪轮(&amp;W)</translation>
    </message>
</context>
<context>
    <name>app::SharedOutPage</name>
    <message>
        <source>Which file goes to whom</source>
        <translation>哪个文件给谁</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>发给</translation>
    </message>
    <message>
        <source>Segments to judge</source>
        <translation>待评判片段</translation>
    </message>
    <message>
        <source>Send each person their file, and the recordings if they do not have them: in the file&apos;s own folder they are found.</source>
        <translation>把各自的文件发给每个人；若对方没有录像，也一并发送：放在该文件所在的文件夹中即可找到。</translation>
    </message>
    <message>
        <source>Each opens the file (File → Open files…): the pass begins by itself. Every answer is kept in that file; there is nothing to export.</source>
        <translation>每人打开该文件（文件 → 打开文件…）：评判自动开始。每个回答都保存在该文件中，无需导出。</translation>
    </message>
    <message>
        <source>When it is done, each sends the same file back to you.</source>
        <translation>完成后，每人把同一个文件寄回给您。</translation>
    </message>
    <message>
        <source>You take in each file that comes back, in this project: File → Project → Merge another copy…</source>
        <translation>在本项目中逐一接收寄回的文件：文件 → 项目 → 合并另一副本…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), one for each person, lie in %1.</source>
        <translation>
            <numerusform>%n 个文件（每人一个）位于 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SharingActions</name>
    <message>
        <source>Open a dataset first: its project keeps who judges what.</source>
        <translation>请先打开数据集：其项目记录谁评什么。</translation>
    </message>
    <message>
        <source>Where the invitations will lie</source>
        <translation>邀请文件的位置</translation>
    </message>
</context>
<context>
    <name>app::SharingDialog</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share out the work</source>
        <translation>分配工作</translation>
    </message>
    <message>
        <source>One name per line</source>
        <translation>每行一个名字</translation>
    </message>
    <message>
        <source>The same seed shares in the same way</source>
        <translation>相同的种子以相同方式分配</translation>
    </message>
    <message>
        <source>Segments that several judge tell how far people agree</source>
        <translation>由多人评判的片段说明一致程度</translation>
    </message>
    <message>
        <source>&amp;Annotators</source>
        <translation>标注者(&amp;A)</translation>
    </message>
    <message>
        <source>Judged by &amp;several</source>
        <translation>由多人评判(&amp;S)</translation>
    </message>
    <message>
        <source>By &amp;how many</source>
        <translation>多少人(&amp;H)</translation>
    </message>
    <message>
        <source>Hidden &amp;gold</source>
        <translation>隐藏金标准(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Repeats</source>
        <translation>重复(&amp;R)</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>种子(&amp;E)</translation>
    </message>
    <message>
        <source>Each gets a blind pass, and a file with this pass alone: open it, judge, and send it back. File → Project → Merge another copy… takes it.</source>
        <translation>每人得到一轮盲评和只含该轮的文件：打开、评判、寄回。文件 → 项目 → 合并另一副本… 即可取回。</translation>
    </message>
    <message>
        <source>&amp;Write the invitations…</source>
        <translation>写出邀请(&amp;W)…</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) are there to judge.</source>
        <translation>
            <numerusform>有 %n 个片段可评判。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n segment(s) are judged by %1: about %2 for each.</source>
        <translation>
            <numerusform>全部 %n 个片段由 %1 人判断：每人约 %2 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose segments are judged: labelled ones, or those of a tier with labels of its own</source>
        <translation>判断哪一层的片段：带标签的片段，或有自己标签的层</translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation>层(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Of several answers the mean is surer than one</source>
        <translation>多个回答的均值比一个更可靠</translation>
    </message>
    <message>
        <source>The rest &amp;by</source>
        <translation>其余由几人(&amp;B)</translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 segments are judged by %2, the rest by %3: about %4 for each.</source>
        <translation>
            <numerusform>%1 个片段中的 %n 个由 %2 人评判，其余由 %3 人评判：每人约 %4 个。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::ShortcutsDialog</name>
    <message>
        <source>&amp;Assign</source>
        <translation>指定(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>无快捷键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>还原(&amp;R)</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>快捷键方案</translation>
    </message>
    <message>
        <source>Find a command or a key…</source>
        <translation>查找命令或快捷键…</translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation>查找命令或快捷键</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令及其快捷键</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>New key for the chosen command</source>
        <translation>所选命令的新快捷键</translation>
    </message>
    <message>
        <source>Choose a command to give it another key.</source>
        <translation>选择一个命令以更换快捷键。</translation>
    </message>
    <message>
        <source>Press the new key in the field.</source>
        <translation>请在输入框中按下新快捷键。</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which loses it.</source>
        <translation>%1 属于“%2”，它将失去该快捷键。</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 未被占用。</translation>
    </message>
</context>
<context>
    <name>app::ShownNotices</name>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Other edits came after this one; they have to be undone first (Ctrl+Z).</source>
        <translation>此后还有其他编辑；须先撤销它们（Ctrl+Z）。</translation>
    </message>
</context>
<context>
    <name>app::SideForm</name>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Many rows become one by</source>
        <translation>多行合为一行</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>空缺</translation>
    </message>
    <message>
        <source>aligned to words</source>
        <translation>对齐到词</translation>
    </message>
    <message>
        <source>each sequence with its own rows</source>
        <translation>各序列用自己的行</translation>
    </message>
    <message>
        <source>of a fixed rate</source>
        <translation>按固定频率</translation>
    </message>
    <message>
        <source>Rows a second</source>
        <translation>每秒行数</translation>
    </message>
    <message>
        <source>their mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>their greatest</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>their least</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>their median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>their deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>最后一行</translation>
    </message>
    <message>
        <source>rows of zeros</source>
        <translation>全零的行</translation>
    </message>
    <message>
        <source>the mean of the video</source>
        <translation>视频的平均值</translation>
    </message>
    <message>
        <source>between the rows around</source>
        <translation>前后两行之间</translation>
    </message>
    <message>
        <source>the row before</source>
        <translation>前一行</translation>
    </message>
    <message>
        <source>the nearest row</source>
        <translation>最近的行</translation>
    </message>
    <message>
        <source>rows of ones</source>
        <translation>全一的行</translation>
    </message>
    <message>
        <source>none: such words are left out</source>
        <translation>不填：略去这些词</translation>
    </message>
    <message>
        <source>Many become one by</source>
        <translation>多行合为一行</translation>
    </message>
    <message>
        <source>A gap is filled by</source>
        <translation>空缺填以</translation>
    </message>
    <message>
        <source>aligned as the project&apos;s recipe does it</source>
        <translation>按项目的配方对齐</translation>
    </message>
    <message>
        <source>Only models that take sequences of different lengths learn from them.</source>
        <translation>只有接受不同长度序列的模型才能从中学习。</translation>
    </message>
    <message>
        <source>Learns from</source>
        <translation>学自</translation>
    </message>
</context>
<context>
    <name>app::SightGuard</name>
    <message>
        <source>A pass of review goes on in which words must not be seen: they are hidden until it is left.</source>
        <translation>正在进行的一轮审阅不允许看到词语：离开之前它们被隐藏。</translation>
    </message>
    <message>
        <source>A blind pass of review goes on: labels, your own too, and predictions are hidden until it is left.</source>
        <translation>正在进行一轮盲评：离开之前，标签（包括您自己的）和预测都被隐藏。</translation>
    </message>
    <message>
        <source>&amp;Go on with it</source>
        <translation>继续本轮(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Leave the pass</source>
        <translation>离开本轮(&amp;L)</translation>
    </message>
</context>
<context>
    <name>app::SliceTexts</name>
    <message>
        <source>speaker: %1</source>
        <translation>说话人：%1</translation>
    </message>
    <message>
        <source>fold: %1</source>
        <translation>折：%1</translation>
    </message>
    <message>
        <source>class: %1</source>
        <translation>类别：%1</translation>
    </message>
    <message>
        <source>with a negation</source>
        <translation>含否定词</translation>
    </message>
    <message>
        <source>with an intensifier</source>
        <translation>含程度词</translation>
    </message>
    <message>
        <source>after a pause of 1 s or more</source>
        <translation>停顿 1 秒或更久之后</translation>
    </message>
    <message>
        <source>without text</source>
        <translation>无文本</translation>
    </message>
    <message>
        <source>without sound</source>
        <translation>无声音</translation>
    </message>
    <message>
        <source>without vision</source>
        <translation>无视觉</translation>
    </message>
    <message>
        <source>longer than %1 s</source>
        <translation>长于 %1 秒</translation>
    </message>
    <message>
        <source>shorter than %1 s</source>
        <translation>短于 %1 秒</translation>
    </message>
    <message>
        <source>|label| ≥ %1</source>
        <translation>|标签| ≥ %1</translation>
    </message>
    <message>
        <source>No labelled segment is found by “%1”.</source>
        <translation>“%1”没有找到带标签的片段。</translation>
    </message>
    <message>
        <source>label: %1</source>
        <translation>标签：%1</translation>
    </message>
    <message>
        <source>prediction: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>label below %1</source>
        <translation>标签低于 %1</translation>
    </message>
    <message>
        <source>label above %1</source>
        <translation>标签高于 %1</translation>
    </message>
    <message>
        <source>|label − %1| ≥ %2</source>
        <translation>|标签 − %1| ≥ %2</translation>
    </message>
</context>
<context>
    <name>app::SoundActions</name>
    <message>
        <source>Sound &amp;device</source>
        <translation>声音设备(&amp;D)</translation>
    </message>
    <message>
        <source>Looking for sound devices…</source>
        <translation>正在查找声音设备…</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>没有声音设备</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
</context>
<context>
    <name>app::SoundOutput</name>
    <message>
        <source>There is no sound device, so playing is silent.</source>
        <translation>没有声音设备，因此播放无声。</translation>
    </message>
    <message>
        <source>The sound device “%1” cannot be opened, so playing is silent.</source>
        <translation>无法打开声音设备“%1”，因此播放无声。</translation>
    </message>
</context>
<context>
    <name>app::SourceGuard</name>
    <message>
        <source>Looking at the project&apos;s files</source>
        <translation>正在检查项目文件</translation>
    </message>
    <message>
        <source>Summing the files of %1</source>
        <translation>正在计算 %1 文件的校验和</translation>
    </message>
    <message>
        <source>Summing the changed files</source>
        <translation>正在计算已更改文件的校验和</translation>
    </message>
    <message>
        <source>Looking for moved files</source>
        <translation>正在查找移动过的文件</translation>
    </message>
    <message numerus="yes">
        <source>Summing the files of %1 and %n more</source>
        <translation>
            <numerusform>正在计算 %1 及另外 %n 个视频的文件校验和</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for the dataset&apos;s files</source>
        <translation>正在查找数据集的文件</translation>
    </message>
</context>
<context>
    <name>app::SpaceLinks</name>
    <message>
        <source>chosen in Space</source>
        <translation>在空间中选择</translation>
    </message>
    <message>
        <source>Looking for the training of the model</source>
        <translation>正在查找模型的训练</translation>
    </message>
</context>
<context>
    <name>app::SpaceNote</name>
    <message numerus="yes">
        <source>%n segments have no row of it.</source>
        <translation>
            <numerusform>%n 个片段没有它的行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values that are no numbers are ignored.</source>
        <translation>
            <numerusform>忽略 %n 个非数值。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions never change and are left out.</source>
        <translation>
            <numerusform>%n 个维度从不变化，已略去。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n videos cannot be read.</source>
        <translation>
            <numerusform>%n 个视频无法读取。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SpacePainter</name>
    <message>
        <source>The graphics driver cannot draw beside the window, which Space needs.</source>
        <translation>图形驱动无法离屏绘制，而“空间”需要它。</translation>
    </message>
    <message>
        <source>The part of Polylogue that draws Space cannot be loaded: %1</source>
        <translation>无法加载 Polylogue 绘制“空间”的部分：%1</translation>
    </message>
    <message>
        <source>OpenGL stopped drawing Space; open the tab again to try once more.</source>
        <translation>OpenGL 停止绘制“空间”；请重新打开该标签页再试。</translation>
    </message>
    <message>
        <source>Space needs OpenGL 3.2, which this display does not have. Everything else works without it.</source>
        <translation>“空间”需要 OpenGL 3.2，而此显示设备不支持。其他功能均可正常使用。</translation>
    </message>
</context>
<context>
    <name>app::SpaceTab</name>
    <message>
        <source>Picture of Space</source>
        <translation>空间的图片</translation>
    </message>
</context>
<context>
    <name>app::SpanExport</name>
    <message>
        <source>Exporting %1</source>
        <translation>正在导出 %1</translation>
    </message>
    <message>
        <source>Nothing is selected: drag over the timeline, or go to a segment.</source>
        <translation>未选择任何内容：请在时间线上拖动，或转到某个片段。</translation>
    </message>
    <message>
        <source>Videos (*.mp4)</source>
        <translation>视频 (*.mp4)</translation>
    </message>
    <message>
        <source>Sound (*.wav)</source>
        <translation>声音 (*.wav)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export selection</source>
        <translation>导出选区</translation>
    </message>
    <message>
        <source>The selection is in %1.</source>
        <translation>选区已保存到 %1。</translation>
    </message>
</context>
<context>
    <name>app::SpeedMenu</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed (R faster, Shift+R slower)</source>
        <translation>速度（R 加快，Shift+R 减慢）</translation>
    </message>
</context>
<context>
    <name>app::SplitBar</name>
    <message numerus="yes">
        <source>%1: %n video(s)</source>
        <translation>
            <numerusform>%1：%n 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>划分</translation>
    </message>
</context>
<context>
    <name>app::SplitPart</name>
    <message>
        <source>&amp;Draw again</source>
        <translation>重新抽取(&amp;D)</translation>
    </message>
    <message>
        <source>by video</source>
        <translation>按视频</translation>
    </message>
    <message>
        <source>by speaker</source>
        <translation>按说话人</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>按原有</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
</context>
<context>
    <name>app::Stage</name>
    <message>
        <source>Open a video, computational sequences (.csd) or a folder of them: Ctrl+O, or drop them here.</source>
        <translation>打开视频、计算序列 (.csd) 或包含它们的文件夹：按 Ctrl+O，或拖放到这里。</translation>
    </message>
    <message>
        <source>This file has sound, but no picture.</source>
        <translation>此文件有声音，但没有画面。</translation>
    </message>
    <message>
        <source>The dataset has no media file for this video.</source>
        <translation>数据集中没有此视频的媒体文件。</translation>
    </message>
</context>
<context>
    <name>app::StatisticsPanel</name>
    <message>
        <source>Compare with…</source>
        <translation>比较…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>This video</source>
        <translation>此视频</translation>
    </message>
    <message>
        <source>All videos</source>
        <translation>所有视频</translation>
    </message>
    <message>
        <source>Copy the table as CSV</source>
        <translation>将表格复制为 CSV</translation>
    </message>
    <message>
        <source>Statistics by dimension</source>
        <translation>各维度统计</translation>
    </message>
    <message>
        <source>The dataset has no sequence of numbers.</source>
        <translation>数据集没有数值序列。</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows in %n entry(ies), %2 dimensions; %3 constant or empty.</source>
        <translation>
            <numerusform>%n 个条目共 %1 行，%2 个维度；%3 个恒定或为空。</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with another version</source>
        <translation>与另一版本比较</translation>
    </message>
    <message>
        <source>Computational sequences (*.csd)</source>
        <translation>计算序列 (*.csd)</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>%1 against %2: %3 entries are the same, %4 have other values, %5 other times, %6 other rows; %7 only here, %8 only there.</source>
        <translation>%1 与 %2 比较：%3 个条目相同，%4 个数值不同，%5 个时间不同，%6 个行不同；%7 个仅在此处，%8 个仅在彼处。</translation>
    </message>
    <message>
        <source>The file does not name its columns. The names shown are those of %1.</source>
        <translation>文件没有给出列名。显示的是 %1 的名称。</translation>
    </message>
    <message>
        <source>Reading the labels of Statistics</source>
        <translation>读取统计的标签</translation>
    </message>
</context>
<context>
    <name>app::StatusLine</name>
    <message>
        <source>● nothing changed</source>
        <translation>● 无更改</translation>
    </message>
    <message>
        <source>● saved</source>
        <translation>● 已保存</translation>
    </message>
    <message>
        <source>● saved %1 s ago</source>
        <translation>● %1 秒前已保存</translation>
    </message>
    <message>
        <source>● saved %1 min ago</source>
        <translation>● %1 分钟前已保存</translation>
    </message>
    <message>
        <source>● saved at %1</source>
        <translation>● 已于 %1 保存</translation>
    </message>
    <message>
        <source>Progress of the work in the background</source>
        <translation>后台任务进度</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>● read-only</source>
        <translation>● 只读</translation>
    </message>
    <message>
        <source>● not saved: %1</source>
        <translation>● 未保存：%1</translation>
    </message>
    <message>
        <source>The edits are kept and written as soon as it is possible again.</source>
        <translation>编辑会保留，一旦可行即写入。</translation>
    </message>
    <message>
        <source>● saving…</source>
        <translation>● 正在保存…</translation>
    </message>
    <message>
        <source>alignment %1 % covered</source>
        <translation>对齐覆盖 %1 %</translation>
    </message>
    <message>
        <source>%1 of %2 words receive rows of every frame sequence.</source>
        <translation>%2 个词中有 %1 个收到了每个帧序列的行。</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>model is loading…</source>
        <translation>正在加载模型…</translation>
    </message>
    <message>
        <source>model is being restarted…</source>
        <translation>正在重启模型…</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 及另外 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) imputed</source>
        <translation>
            <numerusform>插补 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>The last one: %1
A click shows all of them.</source>
        <translation>最后一条：%1
单击可显示全部。</translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>停止：%1</translation>
    </message>
</context>
<context>
    <name>app::SurfaceFeed</name>
    <message>
        <source>This video has no sequence of numbers, which a surface is made of.</source>
        <translation>此视频没有可构成曲面的数值序列。</translation>
    </message>
    <message>
        <source>Open a video in the library: its features become a surface.</source>
        <translation>请在库中打开一个视频：其特征将成为曲面。</translation>
    </message>
</context>
<context>
    <name>app::SuspectActions</name>
    <message>
        <source>Open a dataset with labelled segments first.</source>
        <translation>请先打开带有标签片段的数据集。</translation>
    </message>
    <message>
        <source>A blind review goes on: nothing is said of labels until it is left.</source>
        <translation>盲审正在进行：退出之前不谈论标签。</translation>
    </message>
    <message>
        <source>All that is suspicious was looked at.</source>
        <translation>所有可疑的都看过了。</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>还剩 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Gathering labels</source>
        <translation>正在收集标签</translation>
    </message>
    <message>
        <source>Segments of at least two classes of %1 are needed.</source>
        <translation>需要至少两个 %1 类别的片段。</translation>
    </message>
</context>
<context>
    <name>app::SuspectAnswers</name>
    <message>
        <source>what is said of %1</source>
        <translation>对 %1 的判定</translation>
    </message>
    <message>
        <source>The boundary of “%1” is not there any more.</source>
        <translation>“%1”的边界已不在那里。</translation>
    </message>
    <message>
        <source>move the boundary of “%1”</source>
        <translation>移动“%1”的边界</translation>
    </message>
    <message>
        <source>The segment %1 is not there any more.</source>
        <translation>片段 %1 已不存在。</translation>
    </message>
    <message>
        <source>%1 for segment %2</source>
        <translation>片段 %2 的 %1</translation>
    </message>
    <message>
        <source>several, out of fold</source>
        <translation>多个，折外</translation>
    </message>
</context>
<context>
    <name>app::SuspectContent</name>
    <message numerus="yes">
        <source>Label %1; %n model(s) %2</source>
        <translation>
            <numerusform>标签 %1；%n 个模型 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1; neighbours %2.</source>
        <translation>%1；邻近片段 %2。</translation>
    </message>
    <message>
        <source>Models say %1</source>
        <translation>模型认为 %1</translation>
    </message>
    <message>
        <source>Neighbours: %1</source>
        <translation>邻近片段：%1</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>Suggestion: %1</source>
        <translation>建议：%1</translation>
    </message>
    <message>
        <source>%1 · segment %2</source>
        <translation>%1 · 片段 %2</translation>
    </message>
    <message>
        <source>%1 – %2 s</source>
        <translation>%1 – %2 s</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>采纳 %1</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>保留 %1</translation>
    </message>
    <message>
        <source>on average %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>The end of “%1” seems %2 s too early.</source>
        <translation>“%1”的结尾似乎早了 %2 秒。</translation>
    </message>
    <message>
        <source>The end of “%1” seems %2 s too late.</source>
        <translation>“%1”的结尾似乎晚了 %2 秒。</translation>
    </message>
    <message>
        <source>The beginning of “%1” seems %2 s too early.</source>
        <translation>“%1”的开头似乎早了 %2 秒。</translation>
    </message>
    <message>
        <source>The beginning of “%1” seems %2 s too late.</source>
        <translation>“%1”的开头似乎晚了 %2 秒。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Move it by %1 s</source>
        <translation>移动 %1 秒</translation>
    </message>
    <message>
        <source>A: the boundary is moved there, as a step that can be undone. A word that touches it follows.</source>
        <translation>A：边界移到那里，可撤销。与之相接的词随之移动。</translation>
    </message>
    <message>
        <source>A: the suggestion becomes the label, as a step that can be undone. The votes of single annotators stay.</source>
        <translation>A：建议成为标签，可撤销。各标注者的投票保持不变。</translation>
    </message>
    <message>
        <source>Suggestion: %1; nine of ten times %2 … %3</source>
        <translation>建议：%1；十次中九次在 %2 … %3</translation>
    </message>
    <message>
        <source>Models tell the label in %1 %; the commonest is right in %2 %.</source>
        <translation>模型说对标签的占 %1 %；最常见的标签占 %2 %。</translation>
    </message>
    <message>
        <source>Models follow the labels with r %1.</source>
        <translation>模型与标签的相关 r 为 %1。</translation>
    </message>
    <message>
        <source>%1 That is too weak to believe what they find.</source>
        <translation>%1 这太弱，其发现不足为信。</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n label(s) are too few to tell which are wrong: take this for an order to look at them.</source>
        <translation>
            <numerusform>%1 %n 个标签太少，无法判断哪些有误：请把这里当作查看的顺序。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::SuspectSearch</name>
    <message>
        <source>Looking for suspicious labels</source>
        <translation>查找可疑标签</translation>
    </message>
    <message>
        <source>Looking for kept suspicious labels</source>
        <translation>查找已保存的可疑标签</translation>
    </message>
</context>
<context>
    <name>app::SuspectState</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Find suspicious labels</source>
        <translation>查找可疑标签</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>r of labels and models out of fold: %1</source>
        <translation>标签与折外模型的 r：%1</translation>
    </message>
    <message>
        <source>Models are trained, each without the videos that it is asked about. You can work on meanwhile; a search that is stopped goes on there later.</source>
        <translation>正在训练模型，每个模型都没有见过它将被问到的视频。其间可以继续工作；停止的查找以后会从那里继续。</translation>
    </message>
    <message>
        <source>Several models are trained, each without the videos that it is asked about. Labels with which they do not agree, and segments whose sound or face does not fit, are listed, with why. It takes seconds for some hundred segments, minutes for thousands, in the background.</source>
        <translation>会训练若干模型，每个模型都不使用被询问的视频。列出它们不认同的标签，以及声音或面部不相符的片段，并附理由。几百个片段需数秒，几千个需数分钟，在后台进行。</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s) changed since the search. Look again to have them judged anew.</source>
        <translation>
            <numerusform>自搜索以来有 %n 个标签已更改。“重新查找”会重新判断。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation>还没有查看过任何条目。</translation>
    </message>
    <message>
        <source>All that is suspicious was looked at.</source>
        <translation>所有可疑的都看过了。</translation>
    </message>
</context>
<context>
    <name>app::SuspectTracks</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>out of fold by video</source>
        <translation>按视频折外</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻近片段</translation>
    </message>
    <message>
        <source>nearest in the fusion layer</source>
        <translation>融合层中最近</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>单独</translation>
    </message>
    <message>
        <source>each modality by itself</source>
        <translation>每种模态单独</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>A accepts</source>
        <translation>按 A 采纳</translation>
    </message>
</context>
<context>
    <name>app::SuspectWords</name>
    <message>
        <source>unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>sign flipped</source>
        <translation>正负号颠倒</translation>
    </message>
    <message>
        <source>off by two</source>
        <translation>相差两级</translation>
    </message>
    <message>
        <source>another value</source>
        <translation>另一数值</translation>
    </message>
    <message>
        <source>moved by one</source>
        <translation>错位一个</translation>
    </message>
    <message>
        <source>one annotator</source>
        <translation>某位标注者</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>互换</translation>
    </message>
    <message>
        <source>late sound</source>
        <translation>声音滞后</translation>
    </message>
    <message>
        <source>other face</source>
        <translation>他处的面部</translation>
    </message>
    <message>
        <source>word&apos;s edge</source>
        <translation>词的边界</translation>
    </message>
    <message>
        <source>Nothing in particular is likely to be wrong.</source>
        <translation>没有特别可能出错之处。</translation>
    </message>
    <message>
        <source>The label seems to be two steps too high or too low.</source>
        <translation>标签似乎高了或低了两级。</translation>
    </message>
    <message>
        <source>The label seems to be another one.</source>
        <translation>标签似乎应为另一个。</translation>
    </message>
    <message>
        <source>The label seems to be that of the segment before or behind, as of a run of them.</source>
        <translation>标签似乎属于前一个或后一个片段，且连续如此。</translation>
    </message>
    <message>
        <source>One annotator judged otherwise than the others, and moved the label.</source>
        <translation>某位标注者的判断与他人不同，使标签偏移。</translation>
    </message>
    <message>
        <source>The segment and a neighbour seem to have each other&apos;s label.</source>
        <translation>该片段与相邻片段的标签似乎互换了。</translation>
    </message>
    <message>
        <source>The sound seems to be late, or early, against the words.</source>
        <translation>声音相对于词似乎滞后或超前。</translation>
    </message>
    <message>
        <source>The face seems to be that of another segment.</source>
        <translation>面部似乎属于另一片段。</translation>
    </message>
    <message>
        <source>A word seems to begin or end elsewhere.</source>
        <translation>某个词的起止似乎在别处。</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Labels and data</source>
        <translation>标签和数据</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>The label may be another one.</source>
        <translation>标签可能是另一个。</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Sound or words may lie at another time.</source>
        <translation>声音或词可能在另一时间。</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>模态</translation>
    </message>
    <message>
        <source>The face may belong to another segment.</source>
        <translation>面孔可能属于另一片段。</translation>
    </message>
    <message>
        <source>rater</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>One annotator judged otherwise than the others.</source>
        <translation>一位标注者的判断与其他人不同。</translation>
    </message>
    <message numerus="yes">
        <source>%n corrected</source>
        <translation>
            <numerusform>%n 个已更正</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n 个已采纳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kept</source>
        <translation>
            <numerusform>%n 个已保留</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n 个已排除</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 wrong of %2 looked at: %3</source>
        <translation>看过 %2 个，其中 %1 个有误：%3</translation>
    </message>
    <message>
        <source>The label seems to have the other sign, or to lie on the other side of the scale&apos;s middle.</source>
        <translation>标签似乎应为相反符号，或位于量表中点的另一侧。</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>dismissed</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>never again</source>
        <translation>不再显示</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已更正</translation>
    </message>
    <message numerus="yes">
        <source>%n never again</source>
        <translation>
            <numerusform>%n 个不再显示</numerusform>
        </translation>
    </message>
    <message>
        <source>another class</source>
        <translation>另一类别</translation>
    </message>
</context>
<context>
    <name>app::SynchronyLane</name>
    <message>
        <source>Too short, constant, or too much is missing.</source>
        <translation>太短、恒定，或缺失过多。</translation>
    </message>
    <message>
        <source>Both people need features: a sequence with columns.</source>
        <translation>两人都需要特征：一个带列的序列。</translation>
    </message>
    <message>
        <source>Comparing how two people go together</source>
        <translation>正在比较两人的同步程度</translation>
    </message>
</context>
<context>
    <name>app::TablePanel</name>
    <message>
        <source>Tier</source>
        <translation>标注层</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Words and segments</source>
        <translation>词和片段</translation>
    </message>
    <message>
        <source>“%1” is no time; write 75.5 or 1:15.5.</source>
        <translation>“%1”不是时间；请写成 75.5 或 1:15.5。</translation>
    </message>
</context>
<context>
    <name>app::Tabs</name>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>对齐</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>转写文本</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
</context>
<context>
    <name>app::TensorsDialog</name>
    <message>
        <source>An array for each &amp;fold of the dataset</source>
        <translation>数据集的每个划分各一个数组(&amp;F)</translation>
    </message>
    <message>
        <source>As tensors.&amp;npz, too, which NumPy opens</source>
        <translation>同时写成 NumPy 可打开的 tensors.npz(&amp;N)</translation>
    </message>
    <message>
        <source>Write tensors</source>
        <translation>写出张量</translation>
    </message>
    <message>
        <source>Zeros in front, the last rows stay</source>
        <translation>前面补零，保留最后的行</translation>
    </message>
    <message>
        <source>Zeros behind, the first rows stay</source>
        <translation>后面补零，保留最前的行</translation>
    </message>
    <message>
        <source>&amp;Rows of a segment</source>
        <translation>每个片段的行数(&amp;R)</translation>
    </message>
    <message>
        <source>Shorter and &amp;longer ones</source>
        <translation>较短和较长的片段(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Write</source>
        <translation>写出(&amp;W)</translation>
    </message>
    <message>
        <source>They are written into this folder:</source>
        <translation>写入此文件夹：</translation>
    </message>
    <message numerus="yes">
        <source>The recipe is applied to %n video(s), and each sequence becomes an array of segments × rows × columns in tensors.h5. Labels are not padded.</source>
        <translation>
            <numerusform>配方应用于 %n 个视频，每个序列成为 tensors.h5 中片段 × 行 × 列的数组。标签不填充。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TermOffer</name>
    <message>
        <source>Terms</source>
        <translation>术语</translation>
    </message>
</context>
<context>
    <name>app::TextLabelWords</name>
    <message>
        <source>The texts of %1 became the classes of a label, %2: %3.</source>
        <translation>%1 的文本成了标签 %2 的类别：%3。</translation>
    </message>
    <message>
        <source>The texts of %1 became the numbers of a label, %2.</source>
        <translation>%1 的文本成了标签 %2 的数值。</translation>
    </message>
    <message>
        <source>The texts of %1 (%2 different ones) are neither numbers nor few short classes: they are shown as texts, and no label has them.</source>
        <translation>%1 的文本（共 %2 种）既不是数值，也不是少数几个简短的类别：它们显示为文本，不属于任何标签。</translation>
    </message>
    <message>
        <source>The texts of %1 became the sets of words of a label, %2.</source>
        <translation>%1 的文本成为标签 %2 的词集。</translation>
    </message>
</context>
<context>
    <name>app::TierActions</name>
    <message>
        <source>Open a video first: a tier belongs to one.</source>
        <translation>请先打开视频：标注层属于视频。</translation>
    </message>
    <message>
        <source>new tier %1</source>
        <translation>新建标注层 %1</translation>
    </message>
    <message>
        <source>Words and labels stay; click a tier of your own first.</source>
        <translation>词和标签不能更改；请先单击自建的标注层。</translation>
    </message>
    <message>
        <source>Click a tier with labels first.</source>
        <translation>请先单击带标签的标注层。</translation>
    </message>
    <message>
        <source>change the tier %1</source>
        <translation>修改标注层 %1</translation>
    </message>
    <message>
        <source>copy the tier %1</source>
        <translation>复制标注层 %1</translation>
    </message>
    <message>
        <source>delete the tier %1</source>
        <translation>删除标注层 %1</translation>
    </message>
    <message>
        <source>Reading what %1 hangs on</source>
        <translation>正在读取 %1 所依附的内容</translation>
    </message>
    <message>
        <source>Reading %1 of all videos</source>
        <translation>正在读取所有视频的 %1</translation>
    </message>
    <message numerus="yes">
        <source>The tier %1 was deleted in all %n video(s) that had it.</source>
        <translation>
            <numerusform>标注层 %1 已在全部 %n 个有它的视频中删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>The tier %1 is not there any more.</source>
        <translation>层 %1 已不存在。</translation>
    </message>
    <message>
        <source>Click the tier first that is to be the words.</source>
        <translation>请先点击要用作词语的层。</translation>
    </message>
    <message>
        <source>Click the tier first that is to be the labelled segments.</source>
        <translation>请先点击要用作带标签片段的层。</translation>
    </message>
    <message>
        <source>Reading what %1 takes the place of</source>
        <translation>正在读取将被 %1 取代的内容</translation>
    </message>
    <message>
        <source>use %1 as words</source>
        <translation>将 %1 用作词语</translation>
    </message>
    <message>
        <source>use %1 as labelled segments</source>
        <translation>将 %1 用作带标签的片段</translation>
    </message>
    <message>
        <source>Click the tier first whose texts are to be a label.</source>
        <translation>请先单击其文本要成为标签的标注层。</translation>
    </message>
    <message>
        <source>%1 has labels already.</source>
        <translation>%1 已有标签。</translation>
    </message>
    <message>
        <source>make a label of the texts of %1</source>
        <translation>用 %1 的文本作标签</translation>
    </message>
</context>
<context>
    <name>app::TierDialog</name>
    <message>
        <source>Segments may &amp;overlap</source>
        <translation>片段可以重叠(&amp;O)</translation>
    </message>
    <message>
        <source>In a&amp;ll videos of the dataset</source>
        <translation>数据集的所有视频(&amp;L)</translation>
    </message>
    <message>
        <source>New tier</source>
        <translation>新建标注层</translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation>标注层 %1</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Continuous rating</source>
        <translation>连续评分</translation>
    </message>
    <message>
        <source> Hz</source>
        <translation> Hz</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>within its segments, with gaps</source>
        <translation>在其片段之内，可有空隙</translation>
    </message>
    <message>
        <source>filling its segments</source>
        <translation>填满其片段</translation>
    </message>
    <message>
        <source>one for each segment</source>
        <translation>每个片段一个</translation>
    </message>
    <message>
        <source>a list for each segment</source>
        <translation>每个片段一个列表</translation>
    </message>
    <message>
        <source>Choose ready-made labels…</source>
        <translation>选择现成的标签…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Values per second</source>
        <translation>每秒值数(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Hangs on</source>
        <translation>从属于(&amp;H)</translation>
    </message>
    <message>
        <source>Ho&amp;w</source>
        <translation>方式(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>标注者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>La&amp;bels</source>
        <translation>标签(&amp;B)</translation>
    </message>
    <message>
        <source>as the theme has it</source>
        <translation>按主题</translation>
    </message>
    <message numerus="yes">
        <source>Changes reach this tier in all %n video(s) that have it.</source>
        <translation>
            <numerusform>更改将作用于全部 %n 个有此标注层的视频。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cla&amp;sses</source>
        <translation>类别(&amp;S)</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>The person whose behaviour the tier describes</source>
        <translation>该层所描述其行为的人</translation>
    </message>
    <message>
        <source>About &amp;participant</source>
        <translation>关于参与者(&amp;P)</translation>
    </message>
    <message>
        <source>Why it cannot be so</source>
        <translation>为什么不能这样</translation>
    </message>
</context>
<context>
    <name>app::TierImport</name>
    <message>
        <source>%1 stands by itself: %2</source>
        <translation>%1 独立存在：%2</translation>
    </message>
    <message>
        <source>%1 was left out: %2</source>
        <translation>已略去 %1：%2</translation>
    </message>
    <message>
        <source>%1 is no video of this dataset; its tiers were left out.</source>
        <translation>%1 不是此数据集中的视频；其层已略去。</translation>
    </message>
    <message>
        <source>%1 is called %2 here.</source>
        <translation>%1 在此称为 %2。</translation>
    </message>
    <message>
        <source>The labels of %1 could not be read; its judgements were left out.</source>
        <translation>无法读取 %1 的标签；其评判已略去。</translation>
    </message>
    <message>
        <source>The file has no times, and not as many judgements (%1) as %2 has labelled segments (%3), so which is of which is not known; those of %4 were left out.</source>
        <translation>该文件没有时间，且评判数（%1）与 %2 带标签片段数（%3）不同，无法得知对应关系；%4 的评判已略去。</translation>
    </message>
    <message>
        <source>%1 of %2 judgements of %3 found no labelled segment of their own, or have values that its labels do not hold.</source>
        <translation>%3 的 %2 个评判中有 %1 个没有找到各自对应的带标签片段，或其值超出标签范围。</translation>
    </message>
    <message>
        <source>%1: %2 items without a length were left out.</source>
        <translation>%1：%2 个没有时长的项被略去。</translation>
    </message>
    <message>
        <source>%1 of %2: %3 texts became %4 words, which have no times of their own yet.</source>
        <translation>%2 的 %1:%3 段文本变成了 %4 个词,它们尚无各自的时间。</translation>
    </message>
</context>
<context>
    <name>app::TierInHand</name>
    <message>
        <source>There is no word under the playhead.</source>
        <translation>播放头处没有词。</translation>
    </message>
    <message>
        <source>There is no segment under the playhead.</source>
        <translation>播放头处没有片段。</translation>
    </message>
</context>
<context>
    <name>app::TierReader</name>
    <message numerus="yes">
        <source>%n video(s) could not be read and were left out: %1</source>
        <translation>
            <numerusform>%n 个视频无法读取，已略去：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: stopped, so nothing was changed.</source>
        <translation>%1：已停止，因此未作任何更改。</translation>
    </message>
</context>
<context>
    <name>app::TierTracks</name>
    <message>
        <source>unlocked by %1</source>
        <translation>由 %1 解锁</translation>
    </message>
</context>
<context>
    <name>app::TierWords</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>app::TimelinePicture</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Picture of the timeline</source>
        <translation>时间线图片</translation>
    </message>
</context>
<context>
    <name>app::Tour</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Your videos</source>
        <translation>您的视频</translation>
    </message>
    <message>
        <source>All videos of the dataset, with their labels and how much of each the sequences cover. Type a spoken word to find where it is said.</source>
        <translation>数据集的所有视频，以及它们的标签和各序列的覆盖程度。输入一个说出的词，即可找到它的位置。</translation>
    </message>
    <message>
        <source>The player</source>
        <translation>播放器</translation>
    </message>
    <message>
        <source>Space plays, Left and Right step by a frame. Below are the words that are said; a click goes there.</source>
        <translation>空格键播放，左右键逐帧移动。下方是说出的词；单击即可跳转。</translation>
    </message>
    <message>
        <source>One timeline</source>
        <translation>同一条时间线</translation>
    </message>
    <message>
        <source>Video, sound, words, features, labels and predictions share one axis. Ctrl and the wheel zoom at the pointer. Drag the edge of a word: everything that depends on it follows.</source>
        <translation>视频、声音、词、特征、标签和预测共用一条轴。按住 Ctrl 滚动滚轮以指针为中心缩放。拖动词的边界：所有相关内容随之更新。</translation>
    </message>
    <message>
        <source>What is under the playhead</source>
        <translation>播放头处的内容</translation>
    </message>
    <message>
        <source>Inspector, alignment, prediction and the space of all segments. In “Align” a recipe says how rows become words; in “Predict” a model answers while you edit.</source>
        <translation>检查器、对齐、预测以及所有片段的空间。在“对齐”中，配方规定行如何归到词；在“预测”中，模型随您的编辑即时作答。</translation>
    </message>
    <message>
        <source>Nothing is lost</source>
        <translation>不会丢失任何内容</translation>
    </message>
    <message>
        <source>There is no Save button: every edit is on the disk before this line says “saved”. Ctrl+K finds every command, ? shows all keys.</source>
        <translation>没有保存按钮：此处显示“已保存”之前，每次编辑都已写入磁盘。Ctrl+K 查找任意命令，? 显示所有快捷键。</translation>
    </message>
</context>
<context>
    <name>app::TrainDialog</name>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>新的训练(&amp;N)</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>各次训练(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>What runs goes on.</source>
        <translation>正在进行的会继续。</translation>
    </message>
    <message>
        <source>&amp;Train both</source>
        <translation>训练双方(&amp;T)</translation>
    </message>
    <message>
        <source>Train and compare</source>
        <translation>训练与比较</translation>
    </message>
    <message>
        <source>C&amp;ompare</source>
        <translation>比较(&amp;O)</translation>
    </message>
    <message>
        <source>Cop&amp;y as command</source>
        <translation>复制为命令(&amp;Y)</translation>
    </message>
    <message>
        <source>Train &amp;without a test…</source>
        <translation>不带测试训练(&amp;W)…</translation>
    </message>
    <message>
        <source>Writes what the training reads, and copies the command that begins it</source>
        <translation>写入训练要读取的内容，并复制启动它的命令</translation>
    </message>
    <message>
        <source>Train without a test</source>
        <translation>不带测试训练</translation>
    </message>
    <message>
        <source>No video is left to judge the model by.</source>
        <translation>没有剩下的视频来评判模型。</translation>
    </message>
    <message>
        <source>It learns and predicts like any other, but nothing tells how good it is: its card and its record say that there was no test, and no figure stands in the place of one. With a labelled video more, train again with a test.</source>
        <translation>它像其他模型一样学习和预测，但没有什么能说明它有多好：模型卡和记录都写明没有测试，也不用别的数值代替。再有一个带标签的视频，请带测试重新训练。</translation>
    </message>
    <message>
        <source>Train &amp;without a test</source>
        <translation>不带测试训练(&amp;W)</translation>
    </message>
</context>
<context>
    <name>app::TrainForm</name>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>All &amp;options</source>
        <translation>全部选项(&amp;O)</translation>
    </message>
    <message>
        <source>The list of models is being read…</source>
        <translation>正在读取模型列表…</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>the mean absolute error</source>
        <translation>平均绝对误差</translation>
    </message>
    <message>
        <source>the accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Epochs at most</source>
        <translation>最多轮数(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Patience</source>
        <translation>耐心(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>批大小(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>学习率(&amp;L)</translation>
    </message>
    <message>
        <source>The best epoch is best in</source>
        <translation>最好的一轮依据</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>种子(&amp;D)</translation>
    </message>
    <message>
        <source>It stops after so many epochs without a better one.</source>
        <translation>连续这么多轮没有更好的结果就停止。</translation>
    </message>
    <message>
        <source>So many segments are learnt from at a time.</source>
        <translation>每次从这么多片段学习。</translation>
    </message>
    <message>
        <source>The same seed gives the same model, byte for byte.</source>
        <translation>同样的种子得到逐字节相同的模型。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Sizes of the model</source>
        <translation>模型的大小</translation>
    </message>
    <message>
        <source>The run goes into</source>
        <translation>训练放入</translation>
    </message>
    <message>
        <source>What stands under All options cannot be read.</source>
        <translation>“全部选项”中的内容无法读取。</translation>
    </message>
    <message>
        <source>“%1” is no value of %2.</source>
        <translation>“%1”不是 %2 的值。</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>没有这样的模型。</translation>
    </message>
    <message>
        <source>Choose a folder for the run.</source>
        <translation>请为训练选择文件夹。</translation>
    </message>
    <message>
        <source>The run&apos;s folder is to be a whole path.</source>
        <translation>训练的文件夹应为完整路径。</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>数据(&amp;D)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>one for each word</source>
        <translation>每个词一行</translation>
    </message>
    <message>
        <source>each sequence with its own</source>
        <translation>各序列用自己的行</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Into</source>
        <translation>放入(&amp;I)</translation>
    </message>
    <message>
        <source>The run goes into this folder.</source>
        <translation>训练放入此文件夹。</translation>
    </message>
    <message>
        <source>What is still needed</source>
        <translation>还缺什么</translation>
    </message>
</context>
<context>
    <name>app::TrainingActions</name>
    <message>
        <source>Reading the segments of a run</source>
        <translation>读取一次训练的片段</translation>
    </message>
    <message>
        <source>Reading the list of models</source>
        <translation>读取模型列表</translation>
    </message>
    <message>
        <source>Starting a training</source>
        <translation>启动训练</translation>
    </message>
    <message>
        <source>It goes on…</source>
        <translation>正在继续…</translation>
    </message>
    <message>
        <source>It is being trained again, to see whether the same comes of it…</source>
        <translation>正在再训练一次，看结果是否相同…</translation>
    </message>
    <message>
        <source>Reproducing a training</source>
        <translation>重现训练</translation>
    </message>
    <message>
        <source>Reproducing was stopped.</source>
        <translation>重现已停止。</translation>
    </message>
    <message>
        <source>A training goes on</source>
        <translation>训练仍在进行</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) that began here are not at their end.</source>
        <translation>
            <numerusform>从这里开始的 %n 次训练尚未结束。</numerusform>
        </translation>
    </message>
    <message>
        <source>Model → Train and compare… lists a training that goes on. One that is stopped keeps its best weights, and can go on later.</source>
        <translation>模型 → 训练与比较… 会列出继续进行的训练。停止的训练保留最好的权重，以后可以继续。</translation>
    </message>
    <message>
        <source>&amp;Do so from now on without asking</source>
        <translation>以后照此处理，不再询问(&amp;D)</translation>
    </message>
    <message>
        <source>Let it &amp;go on</source>
        <translation>让它继续(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Stop it</source>
        <translation>停止它(&amp;S)</translation>
    </message>
    <message>
        <source>Counting what can be learnt</source>
        <translation>统计可以学习的内容</translation>
    </message>
    <message>
        <source>Training %1: epoch %2 of %3</source>
        <translation>训练 %1：第 %2/%3 轮</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>训练 %1</translation>
    </message>
    <message>
        <source>Writing what a training reads</source>
        <translation>写入训练要读取的内容</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>命令已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>app::TrainingDataPage</name>
    <message>
        <source>Labels are being counted…</source>
        <translation>正在统计标签…</translation>
    </message>
    <message>
        <source>&amp;From a file…</source>
        <translation>从文件(&amp;F)…</translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation>学什么</translation>
    </message>
    <message>
        <source>labels of this project, as they are now</source>
        <translation>本项目此刻的标签</translation>
    </message>
    <message>
        <source>A file of features or tensors</source>
        <translation>特征或张量文件</translation>
    </message>
    <message>
        <source>.h5 or .npz, for instance of File → Export… (tensors)</source>
        <translation>.h5 或 .npz，例如由“文件 → 导出…”（张量）写出</translation>
    </message>
    <message>
        <source>&amp;Labels of this project</source>
        <translation>本项目的标签(&amp;L)</translation>
    </message>
    <message>
        <source>From what</source>
        <translation>从什么学</translation>
    </message>
    <message>
        <source>sequences of the project</source>
        <translation>项目的序列</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>no video in two parts</source>
        <translation>一个视频只在一个部分</translation>
    </message>
    <message>
        <source>Nothing is labelled yet.</source>
        <translation>还没有任何标签。</translation>
    </message>
    <message>
        <source>Label the first</source>
        <translation>标注第一个</translation>
    </message>
    <message>
        <source>Make sequences…</source>
        <translation>生成序列…</translation>
    </message>
    <message>
        <source>Label next: %1</source>
        <translation>接着标注：%1</translation>
    </message>
    <message>
        <source>Features (*.h5 *.hdf5 *.npz)</source>
        <translation>特征 (*.h5 *.hdf5 *.npz)</translation>
    </message>
    <message>
        <source>Choose the file of features.</source>
        <translation>请选择特征文件。</translation>
    </message>
    <message>
        <source>There are no words yet; choose rows of their own under Settings, or make a transcript.</source>
        <translation>还没有词；请在“设置”中选择各自的行，或先做转写。</translation>
    </message>
    <message>
        <source>Draw folds by video</source>
        <translation>按视频抽取划分</translation>
    </message>
</context>
<context>
    <name>app::TrainingPaceTexts</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>尚不知道</translation>
    </message>
    <message>
        <source>No training of this kind has come to its end here.</source>
        <translation>这里还没有同类训练完成过。</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>最多 %1</translation>
    </message>
    <message numerus="yes">
        <source>Measured: %n epoch(s); it may end earlier.</source>
        <translation>
            <numerusform>按实测：%n 轮；可能提前结束。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As long as %n earlier one(s) of this kind took.</source>
        <translation>
            <numerusform>按此前 %n 次同类训练所用的时间。</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message numerus="yes">
        <source>With all %n epoch(s): %1.</source>
        <translation>
            <numerusform>全部 %n 轮：%1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TrainingRowTexts</name>
    <message numerus="yes">
        <source>%1, %n classes</source>
        <translation>
            <numerusform>%1，%n 类</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n segment(s)</source>
        <translation>
            <numerusform>%1/%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n 个视频</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n 个没有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n 列</numerusform>
        </translation>
    </message>
    <message>
        <source>who listens says nothing</source>
        <translation>听者不说话</translation>
    </message>
</context>
<context>
    <name>app::TrainingTexts</name>
    <message>
        <source>Equal: the same weights and figures, byte for byte.</source>
        <translation>相同：权重和数值逐字节相同。</translation>
    </message>
    <message>
        <source>Equal, byte for byte, although %1.</source>
        <translation>逐字节相同，尽管 %1。</translation>
    </message>
    <message>
        <source>Within the tolerance: no figure differs by more than %1. First: %2.</source>
        <translation>在容差之内：没有数值相差超过 %1。最先：%2。</translation>
    </message>
    <message>
        <source>Different: %1.</source>
        <translation>不同：%1。</translation>
    </message>
</context>
<context>
    <name>app::TrainingTimes</name>
    <message>
        <source>Reading how long trainings took</source>
        <translation>读取各次训练所用的时间</translation>
    </message>
    <message>
        <source>Measuring a training</source>
        <translation>测量训练</translation>
    </message>
</context>
<context>
    <name>app::TranscriptActions</name>
    <message>
        <source>All words have times.</source>
        <translation>所有词都有时间。</translation>
    </message>
    <message>
        <source>No word without times comes next at the playhead.</source>
        <translation>播放头处接下来没有无时间的词。</translation>
    </message>
    <message>
        <source>None of these words is without times.</source>
        <translation>这些词中没有无时间的词。</translation>
    </message>
    <message numerus="yes">
        <source>times of %n word(s)</source>
        <translation>
            <numerusform>%n 个词的时间</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TranscriptOffer</name>
    <message>
        <source>Looking for a transcript</source>
        <translation>正在查找转写文本</translation>
    </message>
    <message>
        <source>%1 lies beside this recording. It can be the transcript of it.</source>
        <translation>%1 位于此录像旁，可作为其转写文本。</translation>
    </message>
    <message>
        <source>Open a recording first: a transcript belongs to one.</source>
        <translation>请先打开录像：转写文本属于某个录像。</translation>
    </message>
    <message>
        <source>There is no %1.txt, .srt, .vtt, .TextGrid or .eaf beside the recording.</source>
        <translation>录像旁没有 %1.txt、.srt、.vtt、.TextGrid 或 .eaf。</translation>
    </message>
</context>
<context>
    <name>app::TranscriptTab</name>
    <message>
        <source>The words are locked. A right click on the head of their track unlocks them.</source>
        <translation>词已锁定。在其轨道头上单击右键可解锁。</translation>
    </message>
    <message>
        <source>Open a video to type what is said in it.</source>
        <translation>打开一个视频，键入其中所说的内容。</translation>
    </message>
    <message>
        <source>This pass hides the words.</source>
        <translation>本轮隐藏了词。</translation>
    </message>
    <message numerus="yes">
        <source>delete %n word(s)</source>
        <translation>
            <numerusform>删除 %n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>type “%1”</source>
        <translation>键入“%1”</translation>
    </message>
    <message numerus="yes">
        <source>type %n word(s)</source>
        <translation>
            <numerusform>键入 %n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a video first: a text belongs to one.</source>
        <translation>请先打开视频：文本属于视频。</translation>
    </message>
    <message>
        <source>Load a text</source>
        <translation>加载文本</translation>
    </message>
    <message>
        <source>Text (*.txt);;All files (*)</source>
        <translation>文本 (*.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>There are no words in %1.</source>
        <translation>%1 中没有词。</translation>
    </message>
    <message numerus="yes">
        <source>This video has %n word(s) already.</source>
        <translation>
            <numerusform>此视频已有 %n 个词。</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the text says the same as they do, words that are replaced keep their times.</source>
        <translation>文本内容相同之处，被替换的词保留其时间。</translation>
    </message>
    <message>
        <source>Put it &amp;behind them</source>
        <translation>放在其后(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Replace them</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>text of %1</source>
        <translation>%1 的文本</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) of %1 are in the transcript.</source>
        <translation>
            <numerusform>%1 中的 %n 个词已在转写文本中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TriedEdits</name>
    <message>
        <source>offset of %1</source>
        <translation>%1 的偏移</translation>
    </message>
</context>
<context>
    <name>app::TriedTexts</name>
    <message>
        <source>the words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>the voice</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>the face</source>
        <translation>面部</translation>
    </message>
    <message>
        <source>%1 ends %2 s later</source>
        <translation>%1 结束晚 %2 秒</translation>
    </message>
    <message>
        <source>%1 ends %2 s earlier</source>
        <translation>%1 结束早 %2 秒</translation>
    </message>
    <message>
        <source>%1 begins %2 s later</source>
        <translation>%1 开始晚 %2 秒</translation>
    </message>
    <message>
        <source>%1 begins %2 s earlier</source>
        <translation>%1 开始早 %2 秒</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Held at its mean</source>
        <translation>保持为均值</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>去掉它</translation>
    </message>
    <message>
        <source>Another word instead</source>
        <translation>换成另一个词</translation>
    </message>
    <message>
        <source>Another beginning or end</source>
        <translation>另一起点或终点</translation>
    </message>
    <message>
        <source>The voice of another segment</source>
        <translation>另一片段的声音</translation>
    </message>
    <message>
        <source>The face of another segment</source>
        <translation>另一片段的面部</translation>
    </message>
    <message>
        <source>Segment %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>The voice earlier or later</source>
        <translation>声音提前或推后</translation>
    </message>
    <message>
        <source>The face earlier or later</source>
        <translation>面部提前或推后</translation>
    </message>
    <message>
        <source>The voice summed up otherwise</source>
        <translation>声音用另一种汇总</translation>
    </message>
    <message>
        <source>The face summed up otherwise</source>
        <translation>面部用另一种汇总</translation>
    </message>
    <message>
        <source>word %1</source>
        <translation>第 %1 个词</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>没有%1</translation>
    </message>
    <message>
        <source>“%2” instead of %1</source>
        <translation>以“%2”代替%1</translation>
    </message>
    <message>
        <source>%1 of segment %2</source>
        <translation>片段 %2 的%1</translation>
    </message>
    <message>
        <source>%1 held at its mean</source>
        <translation>%1保持为均值</translation>
    </message>
    <message>
        <source>%1 in a word by %2</source>
        <translation>%1在词内按 %2 汇总</translation>
    </message>
    <message>
        <source>words without %1: %2</source>
        <translation>没有%1的词：%2</translation>
    </message>
    <message>
        <source>%1 %2 s later</source>
        <translation>%1推后 %2 秒</translation>
    </message>
    <message>
        <source>%1 %2 s earlier</source>
        <translation>%1提前 %2 秒</translation>
    </message>
    <message>
        <source>the mean of the video</source>
        <translation>该视频的均值</translation>
    </message>
    <message>
        <source>what lies between its neighbours</source>
        <translation>相邻词之间的插值</translation>
    </message>
    <message>
        <source>that of the word before</source>
        <translation>前一个词的值</translation>
    </message>
    <message>
        <source>that of the nearest word</source>
        <translation>最近的词的值</translation>
    </message>
    <message>
        <source>ones everywhere</source>
        <translation>全为一</translation>
    </message>
    <message>
        <source>zeros everywhere</source>
        <translation>全为零</translation>
    </message>
</context>
<context>
    <name>app::TurnSegments</name>
    <message>
        <source>Nothing tells who speaks when: %1</source>
        <translation>没有信息说明谁在何时说话：%1</translation>
    </message>
    <message>
        <source>This video belongs to no conversation, so there are no turns.</source>
        <translation>此视频不属于任何对话，因此没有话轮。</translation>
    </message>
    <message>
        <source>Reading words and labels</source>
        <translation>正在读取词和标签</translation>
    </message>
    <message>
        <source>segments of turns</source>
        <translation>由话轮生成的片段</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s) were made.</source>
        <translation>
            <numerusform>已生成 %n 个片段。</numerusform>
        </translation>
    </message>
    <message>
        <source>turns as tiers</source>
        <translation>话轮作为标注层</translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s) have labelled segments already and were left as they are.</source>
        <translation>
            <numerusform>%n 个标注层已有带标签的片段，保持不变。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>app::TurnSegmentsDialog</name>
    <message>
        <source>Who &amp;speaks: each participant&apos;s own turns</source>
        <translation>谁在说话：每位参与者自己的话轮(&amp;S)</translation>
    </message>
    <message>
        <source>Who &amp;listens: the turns of the others</source>
        <translation>谁在倾听：其他人的话轮(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Both, in two tiers</source>
        <translation>两者，分为两个层(&amp;B)</translation>
    </message>
    <message>
        <source>As s&amp;een by others</source>
        <translation>他人所见(&amp;E)</translation>
    </message>
    <message>
        <source>As the participants &amp;felt it themselves</source>
        <translation>参与者自己的感受(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>Of &amp;all %n participant(s)</source>
        <translation>
            <numerusform>全部 %n 位参与者(&amp;A)</numerusform>
        </translation>
    </message>
    <message>
        <source>Segments of turns</source>
        <translation>由话轮生成片段</translation>
    </message>
    <message>
        <source>Sentiment and six emotions</source>
        <translation>情感倾向与六种情绪</translation>
    </message>
    <message>
        <source>La&amp;bels</source>
        <translation>标签(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Make segments</source>
        <translation>生成片段(&amp;M)</translation>
    </message>
    <message>
        <source>Each turn becomes a segment to be labelled. The next step is a pass of review of the tier that it lies in.</source>
        <translation>每个话轮成为一个待标注的片段。下一步是对其所在层进行一轮复查。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>视角</translation>
    </message>
</context>
<context>
    <name>app::VersionsDialog</name>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n 个标注层</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n segment(s)</source>
        <translation>
            <numerusform>，%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n value(s) given</source>
        <translation>
            <numerusform>，已赋 %n 个值</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; partly damaged</source>
        <translation>%1；部分损坏</translation>
    </message>
    <message>
        <source>Restore version</source>
        <translation>恢复版本</translation>
    </message>
    <message>
        <source>Earlier states of %1. The present one is kept as well, and restoring can be undone.</source>
        <translation>%1 的更早状态。当前状态也会保留，恢复操作可以撤销。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>app::VideoOpener</name>
    <message>
        <source>Reading the sequences</source>
        <translation>正在读取序列</translation>
    </message>
    <message>
        <source>Nothing in %1 can be shown: there is no video and no readable sequence.</source>
        <translation>%1 中没有可显示的内容：既没有视频，也没有可读的序列。</translation>
    </message>
    <message>
        <source>Reading the video&apos;s sequences</source>
        <translation>正在读取视频的序列</translation>
    </message>
    <message>
        <source>Reading the sound</source>
        <translation>正在读取声音</translation>
    </message>
    <message>
        <source>The sound of %1 cannot be read everywhere: the file is damaged or cut off at %2.</source>
        <translation>%1 的声音并非处处可读：文件在 %2 处损坏或被截断。</translation>
    </message>
</context>
<context>
    <name>app::VideoRender</name>
    <message>
        <source>Rendering %1</source>
        <translation>正在渲染 %1</translation>
    </message>
</context>
<context>
    <name>app::Welcome</name>
    <message>
        <source>Looking for recent projects</source>
        <translation>正在查找最近的项目</translation>
    </message>
    <message>
        <source>Keeping a picture of the project</source>
        <translation>正在保存项目的图片</translation>
    </message>
    <message>
        <source>%1 is not there any more</source>
        <translation>%1 已不在原处</translation>
    </message>
</context>
<context>
    <name>app::WhatIfLedger</name>
    <message>
        <source>Remove: %1</source>
        <translation>移除：%1</translation>
    </message>
    <message>
        <source>no longer try %1</source>
        <translation>不再尝试%1</translation>
    </message>
    <message>
        <source>try %1</source>
        <translation>尝试%1</translation>
    </message>
    <message>
        <source>Apply: %1</source>
        <translation>应用：%1</translation>
    </message>
    <message>
        <source>Apply to the whole video: %1</source>
        <translation>应用于整个视频：%1</translation>
    </message>
    <message>
        <source>Name: %1…</source>
        <translation>命名：%1…</translation>
    </message>
    <message>
        <source>name “%1”</source>
        <translation>命名“%1”</translation>
    </message>
    <message>
        <source>apply %1</source>
        <translation>应用 %1</translation>
    </message>
</context>
<context>
    <name>app::WheelWords</name>
    <message>
        <source>Reading the emotion wheels</source>
        <translation>正在读取情绪轮</translation>
    </message>
    <message>
        <source>%1 on emotion wheel %2</source>
        <translation>情绪轮 %2 上的 %1</translation>
    </message>
</context>
<context>
    <name>app::WordExport</name>
    <message>
        <source>Exporting the words</source>
        <translation>正在导出词</translation>
    </message>
    <message>
        <source>The words were written to %1.</source>
        <translation>词已写入 %1。</translation>
    </message>
    <message>
        <source>There are no words to export yet.</source>
        <translation>还没有可导出的词语。</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n of them has no times: it is written with those at which it lies.</source>
        <translation>
            <numerusform>%1 其中 %n 个没有时间：按其所在位置的时间写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) are a draft that nobody has looked at.</source>
        <translation>
            <numerusform>%n 个词是无人检查过的草稿。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export words</source>
        <translation>导出词</translation>
    </message>
    <message>
        <source>Computational sequences (*.csd)</source>
        <translation>计算序列 (*.csd)</translation>
    </message>
    <message>
        <source>Plots of the dataset</source>
        <translation>数据集的图</translation>
    </message>
    <message>
        <source>No panel is in sight that could be a picture.</source>
        <translation>当前没有可作为图片的面板。</translation>
    </message>
    <message>
        <source>Picture of a panel</source>
        <translation>面板的图片</translation>
    </message>
</context>
<context>
    <name>widgets::AgainstChooser</name>
    <message>
        <source>Compare with</source>
        <translation>比较对象</translation>
    </message>
    <message>
        <source>What another model says of the same segment, or the mean of several and how far they are apart; on the timeline too, with the difference.</source>
        <translation>另一个模型对同一片段的预测，或多个模型的均值及其离散程度；时间轴上也显示，并附差值。</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>不与其他模型比较</translation>
    </message>
    <message numerus="yes">
        <source>%n models: mean, spread</source>
        <translation>
            <numerusform>%n 个模型：均值与离散度</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::AgeBar</name>
    <message>
        <source>Age of an answer</source>
        <translation>回答的延迟</translation>
    </message>
    <message>
        <source>%1 %2 ms</source>
        <translation>%1 %2 毫秒</translation>
    </message>
</context>
<context>
    <name>widgets::AgreementList</name>
    <message>
        <source>Figure of agreement</source>
        <translation>一致性指标</translation>
    </message>
    <message>
        <source>Which figure tells how far annotators agree</source>
        <translation>用哪个指标表示标注者的一致程度</translation>
    </message>
    <message>
        <source>Agreement of first passes</source>
        <translation>第一轮的一致性</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>widgets::AlignPanel</name>
    <message>
        <source>+ Add step</source>
        <translation>+ 添加步骤</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>What to do with the recipe</source>
        <translation>对配方的操作</translation>
    </message>
    <message>
        <source>Copy as &amp;command</source>
        <translation>复制为命令(&amp;C)</translation>
    </message>
    <message>
        <source>Copy as &amp;Python</source>
        <translation>复制为 Python(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save recipe…</source>
        <translation>保存配方(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Open recipe…</source>
        <translation>打开配方(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Usual recipe</source>
        <translation>常用配方(&amp;U)</translation>
    </message>
    <message>
        <source>Show this video as its files have it</source>
        <translation>按文件原样显示此视频</translation>
    </message>
    <message>
        <source>move a step of the recipe</source>
        <translation>移动配方步骤</translation>
    </message>
    <message>
        <source>remove “%1”</source>
        <translation>移除“%1”</translation>
    </message>
    <message>
        <source>align to %1</source>
        <translation>对齐到 %1</translation>
    </message>
    <message>
        <source>collapse %1 by %2</source>
        <translation>用 %2 聚合 %1</translation>
    </message>
    <message>
        <source>what all others have</source>
        <translation>与其他相同的方式</translation>
    </message>
    <message>
        <source>impute %1 by %2</source>
        <translation>用 %2 插补 %1</translation>
    </message>
    <message>
        <source>add “%1”</source>
        <translation>添加“%1”</translation>
    </message>
    <message>
        <source>&amp;Align…</source>
        <translation>对齐(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Impute missing</source>
        <translation>插补缺失值(&amp;I)</translation>
    </message>
    <message>
        <source>Add a &amp;sequence</source>
        <translation>添加序列(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Leave a sequence out</source>
        <translation>略去序列(&amp;L)</translation>
    </message>
    <message>
        <source>Keep shared &amp;videos</source>
        <translation>保留共有视频(&amp;V)</translation>
    </message>
    <message>
        <source>Keep shared s&amp;egments</source>
        <translation>保留共有片段(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Join segments again</source>
        <translation>重新连接片段(&amp;J)</translation>
    </message>
    <message>
        <source>Sort &amp;rows by time</source>
        <translation>按时间排序行(&amp;R)</translation>
    </message>
    <message>
        <source>Apply to all %1</source>
        <translation>应用到全部 %1 个</translation>
    </message>
    <message>
        <source>Collapse · rows per target · coverage</source>
        <translation>聚合 · 每个目标的行数 · 覆盖</translation>
    </message>
    <message>
        <source>Fill · filled rows</source>
        <translation>填充 · 插补的行</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Apply to %1</source>
        <translation>应用到 %1</translation>
    </message>
    <message>
        <source>This video is shown by this recipe already</source>
        <translation>此视频已按此配方显示</translation>
    </message>
    <message>
        <source>Align to %1</source>
        <translation>对齐到 %1</translation>
    </message>
    <message>
        <source>Impute missing</source>
        <translation>插补缺失值</translation>
    </message>
    <message>
        <source>Keep shared videos</source>
        <translation>保留共有视频</translation>
    </message>
    <message>
        <source>Keep shared segments</source>
        <translation>保留共有片段</translation>
    </message>
    <message>
        <source>Join segments again</source>
        <translation>重新连接片段</translation>
    </message>
    <message>
        <source>Sort rows by time</source>
        <translation>按时间排序行</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1</translation>
    </message>
    <message>
        <source>Merge into %1</source>
        <translation>合并到 %1</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>将 %1 重命名为 %2</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove id %1</source>
        <translation>移除 id %1</translation>
    </message>
    <message>
        <source>%1 rows per second</source>
        <translation>每秒 %1 行</translation>
    </message>
    <message>
        <source>windows of %1 s each %2 s</source>
        <translation>%1 s 窗口，每 %2 s 一个</translation>
    </message>
    <message>
        <source>the video&apos;s frames</source>
        <translation>视频的帧</translation>
    </message>
    <message>
        <source>frames of %1</source>
        <translation>%1 的帧</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Sum &amp;up the voice</source>
        <translation>汇总嗓音(&amp;U)</translation>
    </message>
    <message>
        <source>Add what others do: %1</source>
        <translation>添加其他人的行为：%1</translation>
    </message>
    <message>
        <source>Bring to conversation time</source>
        <translation>换算到对话时间</translation>
    </message>
    <message>
        <source>Keep whole conversations</source>
        <translation>保留完整对话</translation>
    </message>
    <message>
        <source>Sum up the voice: %1</source>
        <translation>汇总嗓音：%1</translation>
    </message>
    <message>
        <source>Write the aligned sequences of all videos into a folder</source>
        <translation>将所有视频的对齐序列写入一个文件夹</translation>
    </message>
</context>
<context>
    <name>widgets::AnswerCardPainter</name>
    <message>
        <source>no segment here</source>
        <translation>此处没有片段</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标签 %1</translation>
    </message>
</context>
<context>
    <name>widgets::AnswerLabels</name>
    <message>
        <source>The right value</source>
        <translation>正确值</translation>
    </message>
    <message>
        <source>Other labels</source>
        <translation>其他标签</translation>
    </message>
    <message>
        <source>%1 takes it away</source>
        <translation>%1 清除</translation>
    </message>
    <message>
        <source>%1, then the letter, then the value</source>
        <translation>%1，再按字母，再按数值</translation>
    </message>
    <message>
        <source>strongly negative</source>
        <translation>非常消极</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>中性</translation>
    </message>
    <message>
        <source>strongly positive</source>
        <translation>非常积极</translation>
    </message>
    <message>
        <source>Emotions</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>present</source>
        <translation>有</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
</context>
<context>
    <name>widgets::AnswerPanel</name>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave the pass; it goes on where it was left</source>
        <translation>离开本轮；之后从离开处继续</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>The answer counts; on to the next</source>
        <translation>回答生效；继续下一个</translation>
    </message>
    <message>
        <source>To be talked about</source>
        <translation>待讨论</translation>
    </message>
    <message>
        <source>Commit, next</source>
        <translation>提交，下一个</translation>
    </message>
    <message>
        <source>▶ Again</source>
        <translation>▶ 再播</translation>
    </message>
    <message>
        <source>On to the next one that is not done; this one stays to be done</source>
        <translation>转到下一个未完成的片段;当前片段仍待完成</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>widgets::AttributionTrack</name>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>voice</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>face</source>
        <translation>面部</translation>
    </message>
    <message>
        <source>of the segment under the playhead</source>
        <translation>播放头下的片段</translation>
    </message>
    <message>
        <source>How much each word, the voice and the face at it move the prediction of the segment. Arcs lead from a word to the voice or the face with which it does more than both alone.</source>
        <translation>每个词及其处的声音和面部对该片段预测的影响。弧线从一个词连到与它共同作用超过各自单独作用的声音或面部。</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>归因</translation>
    </message>
</context>
<context>
    <name>widgets::AttributionView</name>
    <message>
        <source>better than chance, %1 σ</source>
        <translation>优于随机，%1 σ</translation>
    </message>
    <message>
        <source>no better than chance, %1 σ</source>
        <translation>不优于随机，%1 σ</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 × voice at %2</source>
        <translation>%1 × %2处的声音</translation>
    </message>
    <message>
        <source>%1 × face at %2</source>
        <translation>%1 × %2处的面部</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>The prediction minus that without the step</source>
        <translation>预测减去没有该步时的预测</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>梯度 × 输入</translation>
    </message>
    <message>
        <source>How the prediction changes with each number of the step, times the number</source>
        <translation>预测随该步每个数值的变化，乘以该数值</translation>
    </message>
    <message>
        <source>Integrated</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Integrated gradients: the changes on the way from what stands for absent to the step, added up</source>
        <translation>积分梯度：从缺失替代值到该步沿途的变化之和</translation>
    </message>
    <message>
        <source>On the timeline</source>
        <translation>显示在时间轴上</translation>
    </message>
    <message>
        <source>Show under the words how much each word, its sound and its face count</source>
        <translation>在词的下方显示每个词及其声音和面部的重要程度</translation>
    </message>
    <message>
        <source>Largest pairs: what they do together, beyond each alone</source>
        <translation>最大的配对：共同作用超出各自单独的部分</translation>
    </message>
    <message>
        <source>Attribution</source>
        <translation>归因</translation>
    </message>
    <message>
        <source>It comes when nothing has changed for a moment.</source>
        <translation>片刻没有改动后会显示。</translation>
    </message>
    <message numerus="yes">
        <source>Half of it is gone after %1 of %n step(s).</source>
        <translation>
            <numerusform>去掉 %n 步中的 %1 步后已失去一半。</numerusform>
        </translation>
    </message>
    <message>
        <source>Of before the last change; it is asked for again.</source>
        <translation>来自上次改动之前；正在重新请求。</translation>
    </message>
    <message>
        <source>ρ %1 with occlusion</source>
        <translation>与遮挡的 ρ 为 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1; adds up but for %2 % (%n step(s))</source>
        <translation>
            <numerusform>%1；总和误差 %2 %（%n 步）</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; steps get their mean, for only whole modalities can be hidden</source>
        <translation>%1；各步使用均值，因为只能隐藏整个模态</translation>
    </message>
    <message>
        <source>Steps are made absent in the order of the attribution, and present again. The area between both curves, less the mean of 20 random orders, in deviations of these (σ). Better than chance: above 2 σ, or better than each of the 20.</source>
        <translation>按归因的顺序去掉各步，再放回。两条曲线之间的面积，减去 20 个随机顺序的均值，以其偏差（σ）计。优于随机：超过 2 σ，或优于 20 个中的每一个。</translation>
    </message>
    <message>
        <source>Steps get their mean, for only whole modalities can be hidden.</source>
        <translation>各步使用均值，因为只能隐藏整个模态。</translation>
    </message>
</context>
<context>
    <name>widgets::AuditList</name>
    <message>
        <source>Gaps in %1</source>
        <translation>%1 中的空隙</translation>
    </message>
    <message>
        <source>Words without rows of %1</source>
        <translation>没有 %1 行的词</translation>
    </message>
    <message>
        <source>Overlapping %1</source>
        <translation>重叠的 %1</translation>
    </message>
    <message>
        <source>Words outside segments</source>
        <translation>片段之外的词</translation>
    </message>
    <message>
        <source>%1 outside the media</source>
        <translation>媒体范围外的 %1</translation>
    </message>
    <message>
        <source>Words beside their sound</source>
        <translation>与声音错位的词</translation>
    </message>
    <message>
        <source>Click to go from one to the next.</source>
        <translation>单击以逐个查看。</translation>
    </message>
    <message>
        <source>The words fit their sound best when they are moved by %1 s. Click to go there.</source>
        <translation>将词移动 %1 s 后与声音最吻合。单击跳转到该处。</translation>
    </message>
    <message>
        <source>Nothing to look at.</source>
        <translation>没有需要查看的内容。</translation>
    </message>
    <message>
        <source>Sound and picture</source>
        <translation>声音与画面</translation>
    </message>
    <message>
        <source>Sound and picture: mouths and sound do not go together</source>
        <translation>声音与画面：嘴与声音不吻合</translation>
    </message>
    <message>
        <source>%1 (doubtful)</source>
        <translation>%1（存疑）</translation>
    </message>
    <message>
        <source>Where the opening of the mouth that is seen most goes with the loudness best.</source>
        <translation>最常见到的嘴的张开与响度最吻合之处。</translation>
    </message>
    <message>
        <source>Sound %1 s before the picture, ± %2 s</source>
        <translation>声音比画面早 %1 秒，± %2 秒</translation>
    </message>
    <message>
        <source>Sound %1 s after the picture, ± %2 s</source>
        <translation>声音比画面晚 %1 秒，± %2 秒</translation>
    </message>
</context>
<context>
    <name>widgets::CalibrationCard</name>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>in eighths</source>
        <translation>按八分之一</translation>
    </message>
</context>
<context>
    <name>widgets::CalibrationPlot</name>
    <message>
        <source>Calibration: mean label by prediction</source>
        <translation>校准：各预测的平均标签</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>mean label</source>
        <translation>平均标签</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), prediction %1, label %2</source>
        <translation>
            <numerusform>%n 个片段，预测 %1，标签 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % interval of the label: %1 to %2</source>
        <translation>标签的 95 % 区间：%1 至 %2</translation>
    </message>
    <message>
        <source>probability of the class</source>
        <translation>类别的概率</translation>
    </message>
    <message>
        <source>share that is right</source>
        <translation>正确的比例</translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s), probability %1, right %2</source>
        <translation>
            <numerusform>%n 个片段，概率 %1，正确 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % interval of what is right: %1 to %2</source>
        <translation>正确比例的 95 % 区间：%1 至 %2</translation>
    </message>
</context>
<context>
    <name>widgets::CardSound</name>
    <message>
        <source>Hear %1 again</source>
        <translation>重新听到 %1</translation>
    </message>
    <message>
        <source>Mute %1</source>
        <translation>将 %1 静音</translation>
    </message>
    <message>
        <source>%1 is not heard now</source>
        <translation>现在听不到 %1</translation>
    </message>
    <message>
        <source>Volume of %1</source>
        <translation>%1 的音量</translation>
    </message>
    <message>
        <source>Volume of %1: %2 %</source>
        <translation>%1 的音量：%2 %</translation>
    </message>
</context>
<context>
    <name>widgets::CautionBanner</name>
    <message>
        <source>What these answers are</source>
        <translation>这些回答是什么</translation>
    </message>
</context>
<context>
    <name>widgets::ClassField</name>
    <message>
        <source>agree, disagree, neutral</source>
        <translation>赞成，反对，中立</translation>
    </message>
    <message>
        <source>One class a line, or separated by commas. Digits give them in this order.</source>
        <translation>每行一个类别，或用逗号分隔。数字键按此顺序给出类别。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>widgets::CommandPalette</name>
    <message>
        <source>Run a command…</source>
        <translation>运行命令…</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令列表</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近使用</translation>
    </message>
</context>
<context>
    <name>widgets::ComparePanel</name>
    <message>
        <source>&amp;0  As much</source>
        <translation>&amp;0  一样</translation>
    </message>
    <message>
        <source>&amp;Take the last answer back</source>
        <translation>撤回上一个回答(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Scores…</source>
        <translation>得分(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>离开(&amp;L)</translation>
    </message>
    <message>
        <source>Clips to compare</source>
        <translation>待比较的剪辑</translation>
    </message>
    <message>
        <source>▶  %1</source>
        <translation>▶  %1</translation>
    </message>
    <message>
        <source>Play %1</source>
        <translation>播放 %1</translation>
    </message>
    <message>
        <source>Play the clip (key %1)</source>
        <translation>播放剪辑（按键 %1）</translation>
    </message>
    <message>
        <source>%1  %2 · best</source>
        <translation>%1  %2 · 最好</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>widgets::ConceptCard</name>
    <message>
        <source>Unmute</source>
        <translation>全部计入</translation>
    </message>
    <message>
        <source>Predictions are shown as the model gives them, with all units</source>
        <translation>显示模型给出的预测，计入全部单元</translation>
    </message>
</context>
<context>
    <name>widgets::ConceptModel</name>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>Unit %1: in %n segment(s), where it changes the prediction by %2 on average</source>
        <translation>
            <numerusform>单元 %1：见于 %n 个片段，在其中平均使预测改变 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>muted</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>计入</translation>
    </message>
    <message>
        <source>Without the tick the unit is muted: predictions are shown without what it adds.</source>
        <translation>去掉勾选则该单元静音：显示不含其贡献的预测。</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>adds</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>where it is strongest</source>
        <translation>最强之处</translation>
    </message>
</context>
<context>
    <name>widgets::ConceptTable</name>
    <message>
        <source>Concepts</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>%1, segment %2: prediction %3
%4
A click plays it, a double click opens it.</source>
        <translation>%1，片段 %2：预测 %3
%4
单击播放，双击打开。</translation>
    </message>
</context>
<context>
    <name>widgets::ConfidenceBar</name>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Confidence %1</source>
        <translation>置信度%1</translation>
    </message>
</context>
<context>
    <name>widgets::ConflictList</name>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Conflicts of this kind</source>
        <translation>此类冲突</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>全部用我的</translation>
    </message>
    <message>
        <source>Of all rows that are listed</source>
        <translation>对列出的所有行</translation>
    </message>
    <message>
        <source>All theirs</source>
        <translation>全部用对方的</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>用最新的</translation>
    </message>
    <message>
        <source>Of all rows that are listed, where it is known when both were said</source>
        <translation>对列出的、双方时间均已知的所有行</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有种类</translation>
    </message>
    <message numerus="yes">
        <source>All %n decided</source>
        <translation>
            <numerusform>全部 %n 个已决定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n undecided</source>
        <translation>
            <numerusform>%n 个中有 %1 个未决定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ConflictModel</name>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>以何为准</translation>
    </message>
</context>
<context>
    <name>widgets::ConflictText</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Changed here, removed there</source>
        <translation>此处已更改，对方已删除</translation>
    </message>
    <message>
        <source>Removed here, changed there</source>
        <translation>此处已删除，对方已更改</translation>
    </message>
    <message>
        <source>Labels of segments</source>
        <translation>片段的标签</translation>
    </message>
    <message>
        <source>Answers of annotators</source>
        <translation>标注者的回答</translation>
    </message>
    <message>
        <source>Settled values</source>
        <translation>已裁定的值</translation>
    </message>
    <message>
        <source>Comments, flags, confidence</source>
        <translation>注释、标记、把握程度</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Whole segments</source>
        <translation>整个片段</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>未决定</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Start time</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>End time</source>
        <translation>结束时间</translation>
    </message>
</context>
<context>
    <name>widgets::ConfusionCard</name>
    <message>
        <source>Confusion</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>signs</source>
        <translation>符号</translation>
    </message>
    <message>
        <source>Only the sign of label and prediction (Acc-2), without labels of 0</source>
        <translation>只看标签与预测的符号 (Acc-2)，不含标签 0</translation>
    </message>
    <message>
        <source>Acc-2 %1</source>
        <translation>Acc-2 %1</translation>
    </message>
    <message>
        <source>Acc-%2 %1</source>
        <translation>Acc-%2 %1</translation>
    </message>
    <message>
        <source>sides</source>
        <translation>两侧</translation>
    </message>
    <message>
        <source>Only on which side of %1, the middle of the scale, label and prediction lie (Acc-2), without labels of that</source>
        <translation>仅看标签与预测位于量表中点 %1 的哪一侧（Acc-2），不含恰为中点的标签</translation>
    </message>
</context>
<context>
    <name>widgets::ConfusionGrid</name>
    <message>
        <source>Confusion: label upwards, prediction to the right</source>
        <translation>混淆：标签向上，预测向右</translation>
    </message>
    <message>
        <source>neg.</source>
        <translation>负</translation>
    </message>
    <message>
        <source>pos.</source>
        <translation>正</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>无</translation>
    </message>
    <message>
        <source>present</source>
        <translation>有</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message numerus="yes">
        <source>label %1, prediction %2: %n segment(s)</source>
        <translation>
            <numerusform>标签 %1，预测 %2：%n 个片段</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ConversationPanel</name>
    <message>
        <source>&amp;Copy as table</source>
        <translation>复制为表格(&amp;C)</translation>
    </message>
    <message>
        <source>Save &amp;picture…</source>
        <translation>保存图片(&amp;P)…</translation>
    </message>
    <message>
        <source>All tables, for a spreadsheet: with tabs between the cells, and all digits</source>
        <translation>所有表格，供电子表格使用：单元格之间为制表符，数字完整</translation>
    </message>
    <message>
        <source>The tables and histograms as a picture, PNG or SVG</source>
        <translation>表格和直方图存为图片，PNG 或 SVG</translation>
    </message>
    <message>
        <source>Floor transfer offsets, s</source>
        <translation>话轮转换间隔（秒）</translation>
    </message>
    <message>
        <source>Accommodation</source>
        <translation>趋同</translation>
    </message>
    <message>
        <source>Whether people come to speak alike; p stands for chance, bold where it is 0.05 or less</source>
        <translation>人们的说话方式是否趋于相似；p 表示偶然的概率，不超过 0.05 时加粗</translation>
    </message>
    <message>
        <source>Synchrony</source>
        <translation>同步性</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>话轮转换</translation>
    </message>
    <message>
        <source>A conversation needs two: add a recording.</source>
        <translation>对话需要两个人：请添加一段录制。</translation>
    </message>
    <message>
        <source>&amp;Add a recording…</source>
        <translation>添加录制(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Find turns</source>
        <translation>查找话轮(&amp;F)</translation>
    </message>
    <message>
        <source>Figures are being computed…</source>
        <translation>正在计算数值…</translation>
    </message>
    <message>
        <source>Nobody takes a turn here.</source>
        <translation>这里没有人发言。</translation>
    </message>
    <message>
        <source>No times of turns are known: words, turns or channels tell them.</source>
        <translation>不知道话轮的时间：词、话轮或声道可以给出。</translation>
    </message>
    <message>
        <source>Nobody says when these recordings began: turns and figures are as if they had begun together.</source>
        <translation>没有说明这些录像何时开始：话轮和数值按它们同时开始计算。</translation>
    </message>
    <message>
        <source>&amp;Offset and drift…</source>
        <translation>偏移与漂移(&amp;O)…</translation>
    </message>
</context>
<context>
    <name>widgets::ConversationTexts</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>参与者</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>发言</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>话轮</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Backch.</source>
        <translation>附和</translation>
    </message>
    <message>
        <source>Interr.</source>
        <translation>打断</translation>
    </message>
    <message>
        <source>Share of everyone&apos;s speech</source>
        <translation>占全部发言的比例</translation>
    </message>
    <message>
        <source>How many turns</source>
        <translation>话轮数</translation>
    </message>
    <message>
        <source>Median length of a turn, in seconds</source>
        <translation>话轮长度的中位数，单位秒</translation>
    </message>
    <message>
        <source>Median from the end of another&apos;s turn to the start of this person&apos;s, in seconds; less than 0: before that end</source>
        <translation>从他人话轮结束到此人话轮开始的中位数，单位秒；小于 0：在结束之前</translation>
    </message>
    <message>
        <source>Backchannels: short, while somebody else speaks on</source>
        <translation>附和：简短，他人继续说话</translation>
    </message>
    <message>
        <source>Interruptions that this person made</source>
        <translation>此人打断他人的次数</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>latch</source>
        <translation>紧接</translation>
    </message>
    <message>
        <source>interruption</source>
        <translation>打断</translation>
    </message>
    <message>
        <source>gap</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>话轮转换</translation>
    </message>
    <message>
        <source>Time, s</source>
        <translation>时间（秒）</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Offset, s</source>
        <translation>间隔（秒）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Accommodation</source>
        <translation>趋同</translation>
    </message>
    <message>
        <source>Chance to find as much when turns are shuffled</source>
        <translation>打乱话轮后得到同样结果的概率</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Proximity</source>
        <translation>接近</translation>
    </message>
    <message>
        <source>Synchrony</source>
        <translation>同步性</translation>
    </message>
    <message>
        <source>Converg.</source>
        <translation>收敛</translation>
    </message>
    <message>
        <source>How near neighbouring turns are: 0 is alike, less is farther apart</source>
        <translation>相邻话轮有多接近：0 为相同，越小越远</translation>
    </message>
    <message>
        <source>Whether neighbouring turns rise and fall together: a correlation</source>
        <translation>相邻话轮是否同升同降：相关系数</translation>
    </message>
    <message>
        <source>Convergence: whether turns come nearer in the course of the conversation</source>
        <translation>收敛：话轮在对话过程中是否越来越接近</translation>
    </message>
    <message>
        <source>Too few turns have a value: %1 exchanges, and %2 are needed</source>
        <translation>有数值的话轮太少：%1 次交替，需要 %2 次</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>两人</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Lag, s</source>
        <translation>时滞（秒）</translation>
    </message>
    <message>
        <source>How strongly both go together, at the lag where they do most</source>
        <translation>两人在最强时滞处的同步强度</translation>
    </message>
    <message>
        <source>Above 0: the first comes first; below 0: the second</source>
        <translation>大于 0：前者在先；小于 0：后者在先</translation>
    </message>
    <message>
        <source>Chance to find as much of two who do not meet</source>
        <translation>在互不相遇的两人间得到同样结果的概率</translation>
    </message>
    <message>
        <source>The same, corrected for all pairs and signals</source>
        <translation>同上，已对所有配对和信号作校正</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation>太短，无法判断</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n 个话轮</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>每分钟 %1 个</translation>
    </message>
    <message>
        <source>%1 overlap</source>
        <translation>重叠 %1</translation>
    </message>
    <message>
        <source>%1 silence</source>
        <translation>静默 %1</translation>
    </message>
    <message>
        <source>median offset %1 s</source>
        <translation>间隔中位数 %1 秒</translation>
    </message>
</context>
<context>
    <name>widgets::CurvePlot</name>
    <message>
        <source>Curves of training</source>
        <translation>训练曲线</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n epochs, the best is %2</source>
        <translation>
            <numerusform>%1：%n 轮，最好的是第 %2 轮</numerusform>
        </translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>%1: learnt from %2, validation %3</source>
        <translation>%1：训练 %2，验证 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>widgets::DatasetHead</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What stands for an absent modality</source>
        <translation>用什么代替缺失的模态</translation>
    </message>
    <message>
        <source>absent: mean</source>
        <translation>缺失：平均</translation>
    </message>
    <message>
        <source>absent: zero</source>
        <translation>缺失：零</translation>
    </message>
    <message>
        <source>What the model gets in the place of a modality that is taken away</source>
        <translation>去掉某一模态时，模型得到什么</translation>
    </message>
    <message>
        <source>Output of the model</source>
        <translation>模型的输出</translation>
    </message>
    <message>
        <source>What colours and shapes mean</source>
        <translation>颜色和形状的含义</translation>
    </message>
    <message>
        <source>colour: label</source>
        <translation>颜色：标签</translation>
    </message>
    <message>
        <source>colour: error</source>
        <translation>颜色：误差</translation>
    </message>
    <message>
        <source>colour: speaker</source>
        <translation>颜色：说话人</translation>
    </message>
    <message>
        <source>colour: fold</source>
        <translation>颜色：折</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Write predictions, terms and classes of all segments into a table (.csv)</source>
        <translation>把所有片段的预测、各项和类别写入表格 (.csv)</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>全不选 (Esc)</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Ask the model</source>
        <translation>询问模型</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新询问</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n selected</source>
        <translation>
            <numerusform>已选 %1 / %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send %n to the queue</source>
        <translation>
            <numerusform>发送 %n 个到队列</numerusform>
        </translation>
    </message>
    <message>
        <source>A review pass of the selected segments (Q)</source>
        <translation>把所选片段做成一轮复查 (Q)</translation>
    </message>
    <message>
        <source>absent: hidden</source>
        <translation>缺失：隐藏</translation>
    </message>
    <message>
        <source>absent: others</source>
        <translation>缺失：他段</translation>
    </message>
    <message>
        <source>The mean over 16 other segments of the training fold</source>
        <translation>训练折中另外 16 个片段的平均</translation>
    </message>
    <message>
        <source>No other modality attends to it</source>
        <translation>其他模态都不注意它</translation>
    </message>
    <message>
        <source>This model has no mask of keys, so it cannot hide a modality</source>
        <translation>该模型没有键掩码，因此不能隐藏模态</translation>
    </message>
    <message>
        <source>Of which fold the figures are</source>
        <translation>数字属于哪一折</translation>
    </message>
    <message>
        <source>fold: %1</source>
        <translation>折：%1</translation>
    </message>
    <message>
        <source>fold: all</source>
        <translation>折：全部</translation>
    </message>
    <message>
        <source>colour: who decides</source>
        <translation>颜色：谁起决定作用</translation>
    </message>
    <message>
        <source>colour: prediction</source>
        <translation>颜色：预测</translation>
    </message>
</context>
<context>
    <name>widgets::DatasetView</name>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Label and prediction</source>
        <translation>标签与预测</translation>
    </message>
    <message>
        <source>Residuals</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>lasso in “Who decides”</source>
        <translation>“谁起决定作用”中的套索</translation>
    </message>
    <message>
        <source>lasso in “Label and prediction”</source>
        <translation>“标签与预测”中的套索</translation>
    </message>
    <message>
        <source>lasso in “Residuals”</source>
        <translation>“残差”中的套索</translation>
    </message>
    <message>
        <source>cell of the confusion</source>
        <translation>混淆的单元格</translation>
    </message>
    <message>
        <source>an eighth of the predictions</source>
        <translation>预测的八分之一</translation>
    </message>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n 个带标签</numerusform>
        </translation>
    </message>
    <message>
        <source>several steps</source>
        <translation>多步</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Prediction minus label</source>
        <translation>预测减标签</translation>
    </message>
    <message>
        <source>While training</source>
        <translation>训练过程</translation>
    </message>
    <message>
        <source>What was easy, ambiguous or hard to learn</source>
        <translation>哪些容易、模棱两可或难学</translation>
    </message>
    <message>
        <source>Two models</source>
        <translation>两个模型</translation>
    </message>
    <message>
        <source>What another model says of the same segments</source>
        <translation>另一模型对同样片段的预测</translation>
    </message>
    <message>
        <source>lasso in “While training”</source>
        <translation>“训练过程”中的套索</translation>
    </message>
    <message>
        <source>lasso in “Two models”</source>
        <translation>“两个模型”中的套索</translation>
    </message>
    <message>
        <source>concept “%1”</source>
        <translation>概念“%1”</translation>
    </message>
    <message>
        <source>Figures and slices are of the segments of this fold, as the model was trained; the others are pale</source>
        <translation>数字和切片只涉及这一折的片段（按模型训练时的划分）；其余的显示为浅色</translation>
    </message>
    <message>
        <source>The model&apos;s card does not say what was held out: figures may be of segments that it learnt from</source>
        <translation>模型卡没有说明留出了什么：数字可能来自它学习过的片段</translation>
    </message>
    <message>
        <source>held out: unknown</source>
        <translation>留出部分：未知</translation>
    </message>
    <message>
        <source>a segment</source>
        <translation>一个片段</translation>
    </message>
</context>
<context>
    <name>widgets::DecisionCard</name>
    <message>
        <source>Who decides</source>
        <translation>谁起决定作用</translation>
    </message>
    <message>
        <source>shares, |φ|</source>
        <translation>份额，|φ|</translation>
    </message>
    <message>
        <source>How far the predictions are a sum of one function per modality (EMAP): asks the model about 128 segments, each with the words, sounds and faces of the others</source>
        <translation>预测在多大程度上是各模态各自函数之和（EMAP）：就 128 个片段询问模型，每个片段配以其他片段的词语、声音和面部</translation>
    </message>
</context>
<context>
    <name>widgets::DeletionCurve</name>
    <message>
        <source>How fast the prediction falls when the steps that count most go first</source>
        <translation>先去掉最重要的步时预测下降的速度</translation>
    </message>
    <message>
        <source>From left to right, one step after the other is made absent: those that count most first. Blue is how far the prediction has fallen, grey the mean of random orders.</source>
        <translation>从左到右依次去掉各步，最重要的在先。蓝色：预测已下降多少；灰色：随机顺序的平均。</translation>
    </message>
</context>
<context>
    <name>widgets::DifferenceMap</name>
    <message>
        <source>Difference over the open video</source>
        <translation>当前视频中的差异</translation>
    </message>
    <message>
        <source>Largest difference in this video: %1</source>
        <translation>此视频中的最大差异：%1</translation>
    </message>
</context>
<context>
    <name>widgets::DifferenceTable</name>
    <message>
        <source>not defined here</source>
        <translation>此处无定义</translation>
    </message>
    <message>
        <source>too few videos to tell</source>
        <translation>视频太少，无法判断</translation>
    </message>
    <message>
        <source>A is better</source>
        <translation>A 更好</translation>
    </message>
    <message>
        <source>B is better</source>
        <translation>B 更好</translation>
    </message>
    <message>
        <source>Figures of both sides</source>
        <translation>双方的数值</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>← A better · B better →</source>
        <translation>← A 更好 · B 更好 →</translation>
    </message>
    <message>
        <source>What can be told</source>
        <translation>能说明什么</translation>
    </message>
    <message>
        <source>Figures are those of the test fold, of a side with several seeds their mean and deviation. In brackets stands the interval of 95 % of the difference, by drawing videos again and again.</source>
        <translation>数值来自测试集；一方有多个种子时为其平均值和标准差。括号里是差值的 95 % 区间，由反复抽取视频得到。</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) cannot tell</source>
        <translation>
            <numerusform>%n 个种子不够</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::DifferenceTrack</name>
    <message>
        <source>%1 − %2</source>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>Bars above the line: %1 says more than %2; below it: less.</source>
        <translation>线上方的条：%1 的预测高于 %2；下方：低于。</translation>
    </message>
    <message>
        <source>%1 to %2 s: difference %3</source>
        <translation>%1 至 %2 秒：差值 %3</translation>
    </message>
    <message>
        <source>%1 to %2 s: not known yet</source>
        <translation>%1 至 %2 秒：尚未得知</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差值</translation>
    </message>
</context>
<context>
    <name>widgets::DimensionChooser</name>
    <message>
        <source>Dimensions</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Part of a name, or a number</source>
        <translation>名称的一部分或编号</translation>
    </message>
    <message>
        <source>&amp;Dimension:</source>
        <translation>维度(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Dimensions:</source>
        <translation>维度(&amp;D)：</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show these</source>
        <translation>显示这些</translation>
    </message>
</context>
<context>
    <name>widgets::DisplayCanvas</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1; most: %2</source>
        <translation>%1；最强：%2</translation>
    </message>
    <message>
        <source>most: %1</source>
        <translation>最强：%1</translation>
    </message>
    <message>
        <source>mean: %1</source>
        <translation>平均：%1</translation>
    </message>
</context>
<context>
    <name>widgets::DisplayGraph</name>
    <message>
        <source>%1 · “%2”: %3</source>
        <translation>%1 · “%2”：%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>at “%1”</source>
        <translation>在“%1”处</translation>
    </message>
    <message>
        <source>mean over the words</source>
        <translation>各词的平均</translation>
    </message>
    <message>
        <source>la, lv, av, lav: these modalities together</source>
        <translation>la、lv、av、lav：这些模态合在一起</translation>
    </message>
    <message>
        <source>thicker: a larger number, %1 … %2</source>
        <translation>越粗：数值越大，%1 … %2</translation>
    </message>
    <message>
        <source>below 0</source>
        <translation>小于 0</translation>
    </message>
    <message>
        <source>above 0</source>
        <translation>大于 0</translation>
    </message>
</context>
<context>
    <name>widgets::DisplayView</name>
    <message>
        <source>What is shown of the model</source>
        <translation>显示模型的哪一部分</translation>
    </message>
    <message>
        <source>How it is drawn</source>
        <translation>绘制方式</translation>
    </message>
    <message>
        <source>show under the words</source>
        <translation>显示在词下方</translation>
    </message>
    <message>
        <source>as a graph</source>
        <translation>图</translation>
    </message>
    <message>
        <source>over the words</source>
        <translation>按词</translation>
    </message>
    <message>
        <source>Inside the model</source>
        <translation>模型内部</translation>
    </message>
    <message>
        <source>mean of all</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>The model&apos;s output is not what its card says.</source>
        <translation>模型的输出与其说明卡不符。</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>尚无结果。</translation>
    </message>
    <message>
        <source>Which part is shown</source>
        <translation>显示哪一部分</translation>
    </message>
</context>
<context>
    <name>widgets::DisplayWords</name>
    <message>
        <source>Activity of each combination of modalities</source>
        <translation>各模态组合的活跃度</translation>
    </message>
    <message>
        <source>Attention between the six vectors</source>
        <translation>六个向量之间的注意力</translation>
    </message>
    <message>
        <source>Attention per modality</source>
        <translation>各模态的注意力</translation>
    </message>
    <message>
        <source>Attention per word</source>
        <translation>各词的注意力</translation>
    </message>
    <message>
        <source>Attention: text</source>
        <translation>注意力：文本</translation>
    </message>
    <message>
        <source>Attention: acoustic</source>
        <translation>注意力：声音</translation>
    </message>
    <message>
        <source>Attention: visual</source>
        <translation>注意力：画面</translation>
    </message>
    <message>
        <source>Attention: text + acoustic</source>
        <translation>注意力：文本 + 声音</translation>
    </message>
    <message>
        <source>Attention: text + visual</source>
        <translation>注意力：文本 + 画面</translation>
    </message>
    <message>
        <source>Attention: acoustic + visual</source>
        <translation>注意力：声音 + 画面</translation>
    </message>
    <message>
        <source>Attention: text + acoustic + visual</source>
        <translation>注意力：文本 + 声音 + 画面</translation>
    </message>
    <message>
        <source>Attentions per modality</source>
        <translation>各模态的多重注意力</translation>
    </message>
    <message>
        <source>Contribution of each combination of modalities</source>
        <translation>各模态组合的贡献</translation>
    </message>
    <message>
        <source>Contribution of each modality&apos;s state</source>
        <translation>各模态状态的贡献</translation>
    </message>
    <message>
        <source>Contribution of each rank</source>
        <translation>各秩的贡献</translation>
    </message>
    <message>
        <source>Efficacy of each edge</source>
        <translation>各边的效力</translation>
    </message>
    <message>
        <source>Fusion graph, mean over the words</source>
        <translation>融合图，各词的平均</translation>
    </message>
    <message>
        <source>Gate of what is heard</source>
        <translation>声音的门控</translation>
    </message>
    <message>
        <source>Gate of what is seen</source>
        <translation>画面的门控</translation>
    </message>
    <message>
        <source>Highlights per modality</source>
        <translation>各模态的突出程度</translation>
    </message>
    <message>
        <source>How far a word is shifted</source>
        <translation>词的偏移幅度</translation>
    </message>
    <message>
        <source>Likeness of shared and own vector</source>
        <translation>共享向量与自有向量的相似度</translation>
    </message>
    <message>
        <source>Memory added</source>
        <translation>新增的记忆</translation>
    </message>
    <message>
        <source>Memory kept</source>
        <translation>保留的记忆</translation>
    </message>
    <message>
        <source>Open gates</source>
        <translation>打开的门</translation>
    </message>
    <message>
        <source>Predictions of all modalities and of each alone</source>
        <translation>全部模态与各单一模态的预测</translation>
    </message>
    <message>
        <source>Probability of an open gate</source>
        <translation>门打开的概率</translation>
    </message>
    <message>
        <source>Size of the memory</source>
        <translation>记忆的大小</translation>
    </message>
    <message>
        <source>Size of the state</source>
        <translation>状态的大小</translation>
    </message>
    <message>
        <source>Text attends to acoustic</source>
        <translation>文本关注声音</translation>
    </message>
    <message>
        <source>Text attends to visual</source>
        <translation>文本关注画面</translation>
    </message>
    <message>
        <source>Text attends to itself</source>
        <translation>文本关注自身</translation>
    </message>
    <message>
        <source>Acoustic attends to text</source>
        <translation>声音关注文本</translation>
    </message>
    <message>
        <source>Acoustic attends to visual</source>
        <translation>声音关注画面</translation>
    </message>
    <message>
        <source>Acoustic attends to itself</source>
        <translation>声音关注自身</translation>
    </message>
    <message>
        <source>Visual attends to text</source>
        <translation>画面关注文本</translation>
    </message>
    <message>
        <source>Visual attends to acoustic</source>
        <translation>画面关注声音</translation>
    </message>
    <message>
        <source>Visual attends to itself</source>
        <translation>画面关注自身</translation>
    </message>
    <message>
        <source>Vectors of the modalities</source>
        <translation>各模态的向量</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>own text</source>
        <translation>自有：文本</translation>
    </message>
    <message>
        <source>own acoustic</source>
        <translation>自有：声音</translation>
    </message>
    <message>
        <source>own visual</source>
        <translation>自有：画面</translation>
    </message>
    <message>
        <source>shared text</source>
        <translation>共享：文本</translation>
    </message>
    <message>
        <source>shared acoustic</source>
        <translation>共享：声音</translation>
    </message>
    <message>
        <source>shared visual</source>
        <translation>共享：画面</translation>
    </message>
    <message>
        <source>attention %1</source>
        <translation>注意力 %1</translation>
    </message>
    <message>
        <source>head %1</source>
        <translation>头 %1</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>output %1</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>rank %1</source>
        <translation>秩 %1</translation>
    </message>
    <message>
        <source>stage %1</source>
        <translation>阶段 %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>token %1</source>
        <translation>词元 %1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>fusion</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Prediction word by word</source>
        <translation>逐词预测</translation>
    </message>
    <message>
        <source>Attention of the first translation</source>
        <translation>第一次翻译的注意力</translation>
    </message>
    <message>
        <source>Attention of the score</source>
        <translation>评分的注意力</translation>
    </message>
    <message>
        <source>Attention of the second translation</source>
        <translation>第二次翻译的注意力</translation>
    </message>
    <message>
        <source>Attention of the translation</source>
        <translation>翻译的注意力</translation>
    </message>
    <message>
        <source>Attention of the translation back</source>
        <translation>反向翻译的注意力</translation>
    </message>
    <message>
        <source>Second translation beside the truth</source>
        <translation>第二次翻译与真实值对照</translation>
    </message>
    <message>
        <source>Scores of each modality before they are added</source>
        <translation>各模态相加之前的分数</translation>
    </message>
    <message>
        <source>Translation beside the truth</source>
        <translation>翻译与真实值对照</translation>
    </message>
    <message>
        <source>translated</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>true</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>feature %1</source>
        <translation>特征 %1</translation>
    </message>
    <message>
        <source>written step %1</source>
        <translation>译出第 %1 步</translation>
    </message>
    <message>
        <source>Kept positions of the face, first level</source>
        <translation>保留的面部位置，第一层</translation>
    </message>
    <message>
        <source>Kept positions of the face, second level</source>
        <translation>保留的面部位置，第二层</translation>
    </message>
    <message>
        <source>Kept positions of the face, third level</source>
        <translation>保留的面部位置，第三层</translation>
    </message>
    <message>
        <source>Likeliest texts</source>
        <translation>最可能的文本</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>hypothesis %1</source>
        <translation>假设 %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>Vector of the sound</source>
        <translation>声音的向量</translation>
    </message>
    <message>
        <source>Vector of the text</source>
        <translation>文本的向量</translation>
    </message>
    <message>
        <source>Vector of the vision</source>
        <translation>视觉的向量</translation>
    </message>
</context>
<context>
    <name>widgets::DoubtfulList</name>
    <message>
        <source>Doubtful words</source>
        <translation>存疑的词</translation>
    </message>
</context>
<context>
    <name>widgets::DraftTrack</name>
    <message>
        <source>Suggestion %1 of %2, %3 to %4 seconds: %5, sure to %6</source>
        <translation>建议 %1 / %2，%3 至 %4 秒：%5，把握 %6</translation>
    </message>
</context>
<context>
    <name>widgets::DynamicsPlot</name>
    <message>
        <source>Segments that were learnt from</source>
        <translation>学习过的片段</translation>
    </message>
    <message>
        <source>%1: error %2, deviation %3</source>
        <translation>%1：误差 %2，偏差 %3</translation>
    </message>
    <message>
        <source>deviation of the error over the epochs</source>
        <translation>误差在各轮间的偏差</translation>
    </message>
    <message>
        <source>mean error</source>
        <translation>平均误差</translation>
    </message>
</context>
<context>
    <name>widgets::ErrorCurve</name>
    <message>
        <source>Error of this segment %1, of half of the others below %2</source>
        <translation>该片段误差 %1，其他片段的一半低于 %2</translation>
    </message>
    <message>
        <source>this %1</source>
        <translation>该段 %1</translation>
    </message>
    <message>
        <source>others %1</source>
        <translation>其他 %1</translation>
    </message>
    <message>
        <source>epoch 1</source>
        <translation>第 1 轮</translation>
    </message>
</context>
<context>
    <name>widgets::FaceOverlay</name>
    <message>
        <source> · speaks</source>
        <translation> · 说话</translation>
    </message>
</context>
<context>
    <name>widgets::FacePanel</name>
    <message>
        <source>jaw</source>
        <translation>下颌</translation>
    </message>
    <message>
        <source>brow</source>
        <translation>眉</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>鼻</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>眼</translation>
    </message>
    <message>
        <source>mouth</source>
        <translation>嘴</translation>
    </message>
    <message>
        <source>across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>upwards</source>
        <translation>向上</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Face in three dimensions</source>
        <translation>三维人脸</translation>
    </message>
    <message>
        <source>The file has no depth: each landmark lies where the picture has it, and as deep as in an average face that is turned the same way (weak perspective, fitted to 18 landmarks). Depth is an estimate.</source>
        <translation>文件中没有深度：每个关键点位于图像中的位置，其深度取自以相同方式转动的平均人脸（弱透视，按 18 个关键点拟合）。深度是估计值。</translation>
    </message>
    <message>
        <source>Places and depth are those of the file.</source>
        <translation>位置和深度均来自文件。</translation>
    </message>
    <message>
        <source>landmark %1, %2</source>
        <translation>关键点 %1，%2</translation>
    </message>
    <message>
        <source>%1 across, %2 up, %3 deep, mm</source>
        <comment>of a face: positions in mm</comment>
        <translation>横 %1，高 %2，深 %3，毫米</translation>
    </message>
    <message>
        <source>%1 · depth fitted to an average face</source>
        <translation>%1 · 深度按平均人脸拟合</translation>
    </message>
    <message>
        <source>%1 · depth from the file</source>
        <translation>%1 · 深度来自文件</translation>
    </message>
</context>
<context>
    <name>widgets::FacesTrack</name>
    <message>
        <source>nobody is seen</source>
        <translation>看不到任何人</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 are shown</source>
        <translation>%1，显示其中 %2 人</translation>
    </message>
    <message>
        <source>%1 · mouth opening</source>
        <translation>%1 · 张口程度</translation>
    </message>
    <message>
        <source>Where each person is seen; darker, with a bar below, where they speak. The line is how far the mouth is open. A right click on a person says who they are, and who speaks.</source>
        <translation>每个人出现的位置；说话处颜色更深，下方有横条。曲线表示张口程度。右键点击某人可说明其身份以及谁在说话。</translation>
    </message>
    <message>
        <source>%1 is seen for %2 s</source>
        <translation>%1 可见 %2 秒</translation>
    </message>
    <message>
        <source>%1 is seen for %2 s and speaks for %3 s</source>
        <translation>%1 可见 %2 秒，说话 %3 秒</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>人脸</translation>
    </message>
</context>
<context>
    <name>widgets::FeatureSurface</name>
    <message>
        <source>time, s</source>
        <translation>时间，秒</translation>
    </message>
    <message>
        <source>value, within its range</source>
        <translation>值，在其范围内</translation>
    </message>
    <message>
        <source>dimension</source>
        <translation>维度</translation>
    </message>
</context>
<context>
    <name>widgets::FeaturesOverlay</name>
    <message>
        <source>imputed: %1</source>
        <translation>插补：%1</translation>
    </message>
</context>
<context>
    <name>widgets::FeaturesTrack</name>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>no rows for this video</source>
        <translation>此视频没有行</translation>
    </message>
    <message>
        <source>%1[%2] · %3…%4</source>
        <translation>%1[%2] · %3…%4</translation>
    </message>
    <message numerus="yes">
        <source>%1 × %n row(s) · %2</source>
        <translation>
            <numerusform>%1 × %n 行 · %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Heat &amp;map of all dimensions</source>
        <translation>所有维度的热图(&amp;M)</translation>
    </message>
    <message>
        <source>heat map of %1</source>
        <translation>%1 的热图</translation>
    </message>
    <message>
        <source>&amp;Lines of the first 16 dimensions</source>
        <translation>前 16 个维度的曲线(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lines of all dimensions</source>
        <translation>所有维度的曲线(&amp;L)</translation>
    </message>
    <message>
        <source>lines of %1</source>
        <translation>%1 的曲线</translation>
    </message>
    <message>
        <source>Lines of %1</source>
        <translation>%1 的曲线</translation>
    </message>
    <message>
        <source>A track of %1</source>
        <translation>%1 的轨道</translation>
    </message>
    <message>
        <source>&amp;Remove this track</source>
        <translation>移除此轨道(&amp;R)</translation>
    </message>
    <message>
        <source>scale of %1</source>
        <translation>%1 的刻度</translation>
    </message>
    <message>
        <source>&amp;Automatic: without outliers</source>
        <translation>自动：不含离群值(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Full range</source>
        <translation>全范围(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Symmetric about 0</source>
        <translation>关于 0 对称(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Typed: %1…%2</source>
        <translation>自定义：%1…%2(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Typed…</source>
        <translation>自定义(&amp;T)…</translation>
    </message>
    <message>
        <source>Scale of %1</source>
        <translation>%1 的刻度</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>≈ </source>
        <translation>≈ </translation>
    </message>
    <message>
        <source>heat map</source>
        <translation>热图</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 条曲线</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 Hz · %3</source>
        <translation>%1 × %2 Hz · %3</translation>
    </message>
    <message>
        <source>The file does not name its columns. The names shown are those of %1.</source>
        <translation>文件没有给出列名。显示的是 %1 的名称。</translation>
    </message>
    <message>
        <source>Lines of chose&amp;n dimensions…</source>
        <translation>所选维度的曲线…</translation>
    </message>
    <message>
        <source>Scal&amp;e</source>
        <translation>刻度</translation>
    </message>
    <message>
        <source>Show a dimens&amp;ion as a track of its own…</source>
        <translation>将一个维度显示为独立轨道…</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>widgets::FilmstripTrack</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>widgets::FilterPopup</name>
    <message>
        <source>Label from</source>
        <translation>标签从</translation>
    </message>
    <message>
        <source>from </source>
        <translation>从 </translation>
    </message>
    <message>
        <source>Label to</source>
        <translation>标签到</translation>
    </message>
    <message>
        <source>to </source>
        <translation>到 </translation>
    </message>
    <message>
        <source>Longer than, in seconds</source>
        <translation>长于（秒）</translation>
    </message>
    <message>
        <source>Shorter than, in seconds</source>
        <translation>短于（秒）</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序依据</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Nothing in particular</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>依据(&amp;B)</translation>
    </message>
    <message>
        <source>Show only</source>
        <translation>仅显示</translation>
    </message>
    <message>
        <source>&amp;Fold</source>
        <translation>划分(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Missing</source>
        <translation>缺失(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Seconds</source>
        <translation>秒数(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Clear</source>
        <translation>清除(&amp;C)</translation>
    </message>
    <message>
        <source>Shows all videos again</source>
        <translation>重新显示所有视频</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Number of participants</source>
        <translation>参与者人数</translation>
    </message>
    <message>
        <source>What was visible before somebody answered</source>
        <translation>有人回答之前看到了什么</translation>
    </message>
    <message>
        <source>A prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>An explanation</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>A suggestion</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Another’s answer</source>
        <translation>他人的回答</translation>
    </message>
    <message>
        <source>A suspected error</source>
        <translation>疑似错误</translation>
    </message>
    <message>
        <source>anybody</source>
        <translation>任何人</translation>
    </message>
    <message>
        <source>A participant of the conversation; the beginning of the name is enough</source>
        <translation>对话的参与者；输入名字的开头即可</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>任意人数</translation>
    </message>
    <message>
        <source>S&amp;een before</source>
        <translation>事先看到(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;With</source>
        <translation>参与者包括(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Participants</source>
        <translation>参与人数(&amp;P)</translation>
    </message>
</context>
<context>
    <name>widgets::FindBar</name>
    <message>
        <source>Find in the words and labels of this video</source>
        <translation>在此视频的词和标签中查找</translation>
    </message>
    <message>
        <source>Find words and labels…</source>
        <translation>查找词和标签…</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>上一个匹配 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>下一个匹配 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>未找到</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n 个匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>no valid expression: %1</source>
        <translation>表达式无效：%1</translation>
    </message>
</context>
<context>
    <name>widgets::FoldSection</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>折叠</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
</context>
<context>
    <name>widgets::FusionTensor</name>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>widgets::GoldCard</name>
    <message>
        <source>Right is %1.</source>
        <translation>正确值是 %1。</translation>
    </message>
    <message>
        <source>Right: %1, and you gave %2.</source>
        <translation>正确：%1，您给出 %2。</translation>
    </message>
    <message>
        <source>Right is %1; you gave %2.</source>
        <translation>正确值是 %1；您给出 %2。</translation>
    </message>
    <message>
        <source>Right is %1; you gave %2, %3 away.</source>
        <translation>正确值是 %1；您给出 %2，相差 %3。</translation>
    </message>
    <message>
        <source>right %1</source>
        <translation>正确 %1</translation>
    </message>
    <message>
        <source>you %1</source>
        <translation>您 %1</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>目前：%1</translation>
    </message>
</context>
<context>
    <name>widgets::GraphPanel</name>
    <message>
        <source>Fusion graph</source>
        <translation>融合图</translation>
    </message>
    <message>
        <source>efficacy</source>
        <translation>效能</translation>
    </message>
    <message>
        <source>%1 · not current: the model is asked again</source>
        <translation>%1 · 已过时：正在重新询问模型</translation>
    </message>
</context>
<context>
    <name>widgets::HeadDrag</name>
    <message>
        <source>move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>height of %1</source>
        <translation>%1 的高度</translation>
    </message>
</context>
<context>
    <name>widgets::HeadMenu</name>
    <message>
        <source>&amp;Lock: no edits</source>
        <translation>锁定：禁止编辑(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Solo: show only this</source>
        <translation>独显：仅显示此轨道(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>颜色(&amp;C)</translation>
    </message>
    <message>
        <source>Its own</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>天蓝</translation>
    </message>
    <message>
        <source>Bluish green</source>
        <translation>蓝绿</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>朱红</translation>
    </message>
    <message>
        <source>Reddish purple</source>
        <translation>紫红</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
    <message>
        <source>colour of %1</source>
        <translation>%1 的颜色</translation>
    </message>
    <message>
        <source>&amp;Hide %1</source>
        <translation>隐藏 %1(&amp;H)</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Automatic height</source>
        <translation>自动高度(&amp;A)</translation>
    </message>
    <message>
        <source>height of %1</source>
        <translation>%1 的高度</translation>
    </message>
    <message>
        <source>show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>&amp;All tracks as they were at first</source>
        <translation>恢复所有轨道的初始状态(&amp;T)</translation>
    </message>
    <message>
        <source>tracks as they were at first</source>
        <translation>轨道恢复初始状态</translation>
    </message>
    <message>
        <source>U&amp;nlock these answers…</source>
        <translation>解锁这些回答(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Lock these answers again</source>
        <translation>重新锁定这些回答(&amp;L)</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
</context>
<context>
    <name>widgets::HeadPainter</name>
    <message>
        <source>S</source>
        <comment>on the head of a track: solo</comment>
        <translation>独</translation>
    </message>
</context>
<context>
    <name>widgets::HeadSigns</name>
    <message>
        <source>hide %1</source>
        <translation>隐藏 %1</translation>
    </message>
    <message>
        <source>lock %1</source>
        <translation>锁定 %1</translation>
    </message>
    <message>
        <source>unlock %1</source>
        <translation>解锁 %1</translation>
    </message>
    <message>
        <source>show only %1</source>
        <translation>仅显示 %1</translation>
    </message>
    <message>
        <source>show other tracks beside %1</source>
        <translation>在 %1 旁显示其他轨道</translation>
    </message>
    <message>
        <source>Hide this track. A right click on the heads shows it again.</source>
        <translation>隐藏此轨道。右键单击轨道头可重新显示。</translation>
    </message>
    <message>
        <source>These answers are locked: they belong to who gave them. A click asks before it unlocks them.</source>
        <translation>这些回答已锁定：它们属于作答者。点击后会先询问再解锁。</translation>
    </message>
    <message>
        <source>These answers were unlocked. A click locks them again.</source>
        <translation>这些回答已被解锁。点击可重新锁定。</translation>
    </message>
    <message>
        <source>The answers of the pass that goes on.</source>
        <translation>正在进行的一轮标注的回答。</translation>
    </message>
    <message>
        <source>This track is locked. A click unlocks it.</source>
        <translation>此轨道已锁定。单击可解锁。</translation>
    </message>
    <message>
        <source>Lock this track against edits.</source>
        <translation>锁定此轨道以防编辑。</translation>
    </message>
    <message>
        <source>Only this track is shown. A click shows the others again.</source>
        <translation>仅显示此轨道。单击可重新显示其他轨道。</translation>
    </message>
    <message>
        <source>Show only this track.</source>
        <translation>仅显示此轨道。</translation>
    </message>
</context>
<context>
    <name>widgets::HiddenVotes</name>
    <message>
        <source>Show what others said; this is noted</source>
        <translation>显示他人的回答;此举会被记录</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n 个回答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prediction(s)</source>
        <translation>
            <numerusform>%n 个预测</numerusform>
        </translation>
    </message>
    <message>
        <source>Hidden until you commit: %1 and %2.</source>
        <translation>提交前隐藏:%1和%2。</translation>
    </message>
    <message>
        <source>Hidden until you commit: %1.</source>
        <translation>提交前隐藏:%1。</translation>
    </message>
    <message>
        <source>What others say is hidden until you commit.</source>
        <translation>提交前隐藏他人的回答。</translation>
    </message>
</context>
<context>
    <name>widgets::InfluencePlot</name>
    <message numerus="yes">
        <source>%1 of %n segment(s) lie nearer to the prediction where it was visible</source>
        <translation>
            <numerusform>%n 个片段中有 %1 个在预测可见时离预测更近</numerusform>
        </translation>
    </message>
    <message>
        <source>prediction hidden</source>
        <translation>预测隐藏</translation>
    </message>
    <message>
        <source>prediction visible</source>
        <translation>预测可见</translation>
    </message>
    <message>
        <source>%1: %2 steps from the prediction where it was hidden, %3 where it was visible</source>
        <translation>%1：预测隐藏时距预测 %2 级，可见时 %3 级</translation>
    </message>
</context>
<context>
    <name>widgets::InspectorPanel</name>
    <message>
        <source>%1 – %2 s</source>
        <translation>%1 – %2 s</translation>
    </message>
    <message>
        <source>Word at the playhead</source>
        <translation>播放头处的词</translation>
    </message>
    <message>
        <source>No segment here</source>
        <translation>此处没有片段</translation>
    </message>
    <message>
        <source>Emotions</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Other labels</source>
        <translation>其他标签</translation>
    </message>
    <message>
        <source>No word here</source>
        <translation>此处没有词</translation>
    </message>
    <message>
        <source>%1 · edited</source>
        <translation>%1 · 已编辑</translation>
    </message>
    <message>
        <source>nothing received, imputed with zeros</source>
        <translation>未收到数据，以零插补</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) → 1 · %1 s</source>
        <translation>
            <numerusform>%n 行 → 1 · %1 s</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>No video is open.</source>
        <translation>没有打开视频。</translation>
    </message>
    <message>
        <source>steps %1 – %2</source>
        <translation>第 %1 – %2 步</translation>
    </message>
    <message>
        <source>%1 · without times</source>
        <translation>%1 · 无时间</translation>
    </message>
    <message>
        <source>%1 · confidence %2</source>
        <translation>%1 · 置信度 %2</translation>
    </message>
    <message>
        <source>%1 · draft</source>
        <translation>%1 · 草稿</translation>
    </message>
    <message>
        <source>%1 · doubtful</source>
        <translation>%1 · 存疑</translation>
    </message>
    <message>
        <source>%1 · confidence of its times %2</source>
        <translation>%1 · 其时间的置信度 %2</translation>
    </message>
</context>
<context>
    <name>widgets::InteractionView</name>
    <message>
        <source>Dominance: the words decide</source>
        <translation>主导：由文字决定</translation>
    </message>
    <message>
        <source>Dominance: the voice decides</source>
        <translation>主导：由声音决定</translation>
    </message>
    <message>
        <source>Dominance: the face decides</source>
        <translation>主导：由面部决定</translation>
    </message>
    <message>
        <source>Conflict: the words say otherwise</source>
        <translation>冲突：文字表达不同</translation>
    </message>
    <message>
        <source>Conflict: the voice says otherwise</source>
        <translation>冲突：声音表达不同</translation>
    </message>
    <message>
        <source>Conflict: the face says otherwise</source>
        <translation>冲突：面部表达不同</translation>
    </message>
    <message>
        <source>By themselves: words %1, voice %2, face %3. Where they meet: %4.</source>
        <translation>单独作用：文字 %1，声音 %2，面部 %3。共同作用：%4。</translation>
    </message>
    <message>
        <source>Flat: hardly anything moves it</source>
        <translation>平坦：几乎没有影响</translation>
    </message>
    <message>
        <source>Emergent: it comes of what they say together</source>
        <translation>涌现：来自它们的共同表达</translation>
    </message>
    <message>
        <source>Redundant: they say the same</source>
        <translation>冗余：它们表达相同</translation>
    </message>
    <message>
        <source>Complement: each adds its part</source>
        <translation>互补：各自贡献一部分</translation>
    </message>
    <message>
        <source>What is absent is replaced by its mean in training, at the same steps</source>
        <translation>缺失的部分以训练均值代替，步不变</translation>
    </message>
    <message>
        <source>What is absent is replaced by zeros</source>
        <translation>缺失的部分以零代替</translation>
    </message>
    <message>
        <source>absent is</source>
        <translation>缺失为</translation>
    </message>
    <message>
        <source>Interaction map</source>
        <translation>交互图</translation>
    </message>
    <message>
        <source>nothing %1, all %2; the terms add up, error %3</source>
        <translation>无 %1，全部 %2；各项相加相符，误差 %3</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Zero</source>
        <translation>零</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>No other modality attends to what is absent</source>
        <translation>其他模态都不注意缺失的部分</translation>
    </message>
    <message>
        <source>This model has no mask of keys, so it cannot hide a modality</source>
        <translation>该模型没有键掩码，因此不能隐藏模态</translation>
    </message>
    <message>
        <source>Far off the scale: with what stands for absent, the model is where it never learnt.</source>
        <translation>远超量表：用代替缺失的内容时，模型处于从未学习过的区域。</translation>
    </message>
</context>
<context>
    <name>widgets::IntervalTrack</name>
    <message numerus="yes">
        <source>+%n lane(s): drag the lower border</source>
        <translation>
            <numerusform>另有 %n 层：拖动下边框</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lane(s)</source>
        <translation>
            <numerusform>%n 层</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::LabelTable</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>量表</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>&amp;Add a label</source>
        <translation>添加标签(&amp;D)</translation>
    </message>
    <message>
        <source>new label</source>
        <translation>新标签</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Terms…</source>
        <translation>词项(&amp;T)…</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>词项</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>自由文本</translation>
    </message>
    <message>
        <source>Set of words</source>
        <translation>词集</translation>
    </message>
    <message>
        <source>Set of listed words</source>
        <translation>列表词集</translation>
    </message>
    <message>
        <source>Up to %1 words, of which Terms… proposes some</source>
        <translation>最多 %1 个词，“术语…”中的词会作为提示</translation>
    </message>
    <message>
        <source>Up to %1 words of the list in Terms…</source>
        <translation>最多 %1 个“术语…”列表中的词</translation>
    </message>
</context>
<context>
    <name>widgets::LabelledTexts</name>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n 个带标签</numerusform>
        </translation>
    </message>
    <message>
        <source>MAE %1</source>
        <translation>MAE %1</translation>
    </message>
    <message>
        <source>r %1</source>
        <translation>r %1</translation>
    </message>
    <message>
        <source>No segment has a label for this output: there is nothing to compare with.</source>
        <translation>没有片段带有此输出的标签：无从比较。</translation>
    </message>
    <message>
        <source>F1 %1</source>
        <translation>F1 %1</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>准确率 %1</translation>
    </message>
    <message>
        <source>commonest class %1</source>
        <translation>最常见类别 %1</translation>
    </message>
    <message>
        <source>acc. %1 · chance %2</source>
        <translation>准确率 %1 · 偶然 %2</translation>
    </message>
</context>
<context>
    <name>widgets::LabelsTrack</name>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>no labels</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>Segment %1 of %2, %3 to %4 seconds</source>
        <translation>片段 %1 / %2，%3 至 %4 秒</translation>
    </message>
    <message>
        <source>labels · %1</source>
        <translation>标签 · %1</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>labelled segments</source>
        <translation>带标签片段</translation>
    </message>
    <message>
        <source>labels · %1 · %2</source>
        <translation>标签 · %1 · %2</translation>
    </message>
</context>
<context>
    <name>widgets::LearnList</name>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation>学什么</translation>
    </message>
</context>
<context>
    <name>widgets::LearningCard</name>
    <message>
        <source>Learning while you label</source>
        <translation>边标注边学习</translation>
    </message>
    <message>
        <source>The correlation of a model&apos;s answers with your labels, for segments of videos that it has not seen; behind the point: what is expected of more labels, nine times of ten</source>
        <translation>模型对未见过的视频片段的回答与您的标签之间的相关系数；圆点之后：更多标签的预期，十次中有九次</translation>
    </message>
    <message>
        <source>The queue keeps the order that it has; the pass goes on</source>
        <translation>队列保持现有顺序；本轮继续</translation>
    </message>
    <message>
        <source>Stop learning</source>
        <translation>停止学习</translation>
    </message>
    <message>
        <source>It is learning…</source>
        <translation>正在学习…</translation>
    </message>
</context>
<context>
    <name>widgets::LearningCurve</name>
    <message numerus="yes">
        <source>Correlation %1 after %n label(s)</source>
        <translation>
            <numerusform>%n 个标签后相关系数 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>widgets::LibraryEntry</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>no media</source>
        <translation>无媒体</translation>
    </message>
    <message>
        <source>Covered: text %1, sound %2, vision %3</source>
        <translation>覆盖：文本 %1，声音 %2，画面 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 个词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n labelled segment(s)</source>
        <translation>
            <numerusform>%n 个带标签的片段</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 to %3, mean %4, spread %5</source>
        <translation>%1：%2 至 %3，均值 %4，离散度 %5</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::LibraryOrder</name>
    <message>
        <source>Order of the dataset</source>
        <translation>数据集顺序</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Mean of the first label</source>
        <translation>第一个标签的均值</translation>
    </message>
    <message>
        <source>Spread of the first label</source>
        <translation>第一个标签的离散度</translation>
    </message>
    <message>
        <source>Number of segments</source>
        <translation>片段数</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
</context>
<context>
    <name>widgets::LibraryPanel</name>
    <message>
        <source>in name, speaker, fold or spoken words</source>
        <translation>在名称、说话人、划分或说出的词中</translation>
    </message>
    <message>
        <source>these words together</source>
        <translation>这些词连在一起</translation>
    </message>
    <message>
        <source>a regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>some segment has these labels</source>
        <translation>某个片段有这些标签</translation>
    </message>
    <message>
        <source>exactly these</source>
        <translation>完全匹配</translation>
    </message>
    <message>
        <source>no rows of it; also text, sound, labels, media</source>
        <translation>没有它的行；也可用 text、sound、labels、media</translation>
    </message>
    <message>
        <source>length in seconds</source>
        <translation>时长（秒）</translation>
    </message>
    <message>
        <source>Everything that is written has to hold:</source>
        <translation>须满足所写的全部条件：</translation>
    </message>
    <message>
        <source>Find a video, a word, a label…</source>
        <translation>查找视频、词、标签…</translation>
    </message>
    <message>
        <source>Find in the library</source>
        <translation>在视频库中查找</translation>
    </message>
    <message>
        <source>Filter and sort</source>
        <translation>筛选和排序</translation>
    </message>
    <message>
        <source>Filter and sort the library</source>
        <translation>筛选和排序视频库</translation>
    </message>
    <message>
        <source>Videos of the dataset</source>
        <translation>数据集的视频</translation>
    </message>
    <message>
        <source>No video has labels.</source>
        <translation>没有视频带标签。</translation>
    </message>
    <message>
        <source>No video has a label “%1”; there are: %2.</source>
        <translation>没有视频带标签“%1”；可用的有：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 videos</source>
        <translation>%1 / %2 个视频</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>seen before an answer; also explanation, suggestion, other, suspect</source>
        <translation>作答前看到过；也可用 explanation、suggestion、other、suspect</translation>
    </message>
    <message>
        <source>participants of its conversation</source>
        <translation>其对话的参与者</translation>
    </message>
</context>
<context>
    <name>widgets::LibraryQuery</name>
    <message>
        <source>The regular expression /%1/ is wrong at character %2: %3.</source>
        <translation>正则表达式 /%1/ 在第 %2 个字符处有误：%3。</translation>
    </message>
    <message>
        <source>“%1” is no length; write seconds, as in longer:10.</source>
        <translation>“%1”不是时长；请写秒数，如 longer:10。</translation>
    </message>
    <message>
        <source>“missing:%1” is not known; write text, sound, vision, labels or media.</source>
        <translation>无法识别“missing:%1”；请写 text、sound、vision、labels 或 media。</translation>
    </message>
    <message>
        <source>“%1” is no number; write a label&apos;s value, as in sentiment&gt;1.</source>
        <translation>“%1”不是数字；请写标签的值，如 sentiment&gt;1。</translation>
    </message>
    <message>
        <source>“seen:%1” is not known; write prediction, explanation, suggestion, other or suspect.</source>
        <translation>未知的“seen:%1”；请写 prediction、explanation、suggestion、other 或 suspect。</translation>
    </message>
    <message>
        <source>“people:%1” is no number of participants; write people:2.</source>
        <translation>“people:%1”不是参与者人数；请写 people:2。</translation>
    </message>
</context>
<context>
    <name>widgets::LiveBars</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>%1: from %2 to %3</source>
        <translation>%1：从 %2 到 %3</translation>
    </message>
    <message>
        <source>share</source>
        <translation>份额</translation>
    </message>
</context>
<context>
    <name>widgets::LivePanel</name>
    <message>
        <source>Make it a &amp;video of the dataset…</source>
        <translation>制作为数据集的视频(&amp;V)…</translation>
    </message>
    <message>
        <source>Emotions</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>What it hears and sees</source>
        <translation>它听到和看到的</translation>
    </message>
    <message>
        <source>Age of an answer</source>
        <translation>回答的延迟</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Leave live  %1</source>
        <translation>离开实时  %1</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>After Stop, the recording becomes a video of the dataset by one click.</source>
        <translation>停止后，点击一次即可把录像变为数据集的视频。</translation>
    </message>
    <message>
        <source>&amp;answers and marks, too</source>
        <translation>同时保存回答和标记(&amp;A)</translation>
    </message>
    <message>
        <source>Beside picture and sound: they become a track and a tier of the video</source>
        <translation>在画面和声音旁边：它们成为视频的一条轨道和一个层</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>widgets::LivePicture</name>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>No face</source>
        <translation>没有人脸</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>录制中</translation>
    </message>
    <message>
        <source>Nothing leaves this machine</source>
        <translation>任何内容都不离开这台机器</translation>
    </message>
    <message>
        <source>No network while live. What is recorded is kept in the file that is named at the right.</source>
        <translation>实时期间不使用网络。录制的内容保存在右侧所示的文件中。</translation>
    </message>
    <message>
        <source>No network while live. Without recording, nothing is kept but the last 10 s in memory.</source>
        <translation>实时期间不使用网络。不录制时，除内存中最近 10 秒外不保存任何内容。</translation>
    </message>
</context>
<context>
    <name>widgets::LiveRecordings</name>
    <message>
        <source>Nothing was recorded yet. R begins a recording, K keeps the last 10 s.</source>
        <translation>尚未录制。R 开始录制，K 保留最近 10 秒。</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音录像</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>A click opens one as a video, with the answers and marks of its session.</source>
        <translation>单击即作为视频打开，附带该次会话的回答和标记。</translation>
    </message>
    <message>
        <source>In this folder</source>
        <translation>此文件夹中</translation>
    </message>
    <message>
        <source>%1, with answers</source>
        <translation>%1，带回答</translation>
    </message>
</context>
<context>
    <name>widgets::LiveSources</name>
    <message>
        <source>There is no camera. A video can take its place: it plays as if it were one.</source>
        <translation>没有摄像头。视频可以代替它，像摄像头一样播放。</translation>
    </message>
    <message>
        <source>Sources of a live session</source>
        <translation>实时会话的来源</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>A model answers about the last seconds, twice a second. Nothing leaves this machine, and nothing is kept unless you record.</source>
        <translation>模型每秒两次对最近几秒作答。任何内容都不离开这台机器；除非录制，否则不保存任何内容。</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>The video in sight: %1</source>
        <translation>当前视频：%1</translation>
    </message>
    <message>
        <source>plays from its start</source>
        <translation>从头播放</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>any video with sound or without</source>
        <translation>任何有声或无声视频</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>widgets::LiveTracks</name>
    <message>
        <source>The last seconds</source>
        <translation>最近几秒</translation>
    </message>
    <message>
        <source>Mel spectrogram</source>
        <translation>梅尔频谱图</translation>
    </message>
    <message>
        <source>72 bands · 60 … 7 600 Hz</source>
        <translation>72 个频带 · 60 … 7 600 Hz</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>smile, thin: brows</source>
        <translation>微笑；细线：眉毛</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <source>%1 · each %2 ms</source>
        <translation>%1 · 每 %2 毫秒</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>%1 min %2 s, whole</source>
        <translation>共 %1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>words, voice, face</source>
        <translation>词、声音、面部</translation>
    </message>
</context>
<context>
    <name>widgets::LiveView</name>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Start recording</source>
        <translation>开始录制</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>停住</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Keep the last 10 s</source>
        <translation>保留最近 10 秒</translation>
    </message>
    <message>
        <source>Another source…</source>
        <translation>其他来源…</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>● recording</source>
        <translation>● 录制中</translation>
    </message>
    <message>
        <source>nothing leaves this machine</source>
        <translation>任何内容都不离开这台机器</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>■ Stop recording</source>
        <translation>■ 停止录制</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>录音录像</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>widgets::LiveWhy</name>
    <message>
        <source>What each sense adds</source>
        <translation>各感官的贡献</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>画面</translation>
    </message>
</context>
<context>
    <name>widgets::LiveWordStrip</name>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
</context>
<context>
    <name>widgets::MarkLegend</name>
    <message>
        <source>What the marks mean</source>
        <translation>标记的含义</translation>
    </message>
    <message>
        <source>A click selects these segments.</source>
        <translation>单击选择这些片段。</translation>
    </message>
</context>
<context>
    <name>widgets::MarkTexts</name>
    <message>
        <source>no label</source>
        <translation>无标签</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>no fold</source>
        <translation>无折</translation>
    </message>
    <message>
        <source>flat</source>
        <translation>平坦</translation>
    </message>
    <message>
        <source>emergent</source>
        <translation>涌现</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>dominance</source>
        <translation>主导</translation>
    </message>
    <message>
        <source>redundant</source>
        <translation>冗余</translation>
    </message>
    <message>
        <source>complement</source>
        <translation>互补</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>widgets::ModalityList</name>
    <message>
        <source>not learnt from</source>
        <translation>未学习</translation>
    </message>
    <message>
        <source>%1 when off</source>
        <translation>关闭时 %1</translation>
    </message>
    <message>
        <source>&amp;Fit to own labels</source>
        <translation>拟合到自己的标签(&amp;F)</translation>
    </message>
    <message>
        <source>Brings each output to the labels of the project by a scale and an offset, where ten labels or more are less wrong so, each video held out. The answers then come from a model of your own.</source>
        <translation>用一个比例和一个偏移把各输出拟合到项目的标签（至少十个标签，且在逐个视频留出时误差更小）。之后的回答来自您自己的模型。</translation>
    </message>
</context>
<context>
    <name>widgets::ModalitySwitch</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>Vision</source>
        <translation>画面</translation>
    </message>
    <message>
        <source>Model uses %1</source>
        <translation>模型使用%1</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>widgets::ModelChooser</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>Open model…</source>
        <translation>打开模型…</translation>
    </message>
</context>
<context>
    <name>widgets::NearestLists</name>
    <message>
        <source>%1–%2 s</source>
        <translation>%1–%2 秒</translation>
    </message>
    <message>
        <source>Sounds like this face looks</source>
        <translation>听起来像这张脸</translation>
    </message>
    <message>
        <source>Faces that look like this sounds</source>
        <translation>看起来像这声音的人脸</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Like %1, %2</source>
        <translation>与 %1（%2）相似</translation>
    </message>
    <message numerus="yes">
        <source>%1 compared %n segment(s), as it learnt them: labelled ones, or windows. Its own picture and sound: %2. A click goes there; Space plays.</source>
        <translation>
            <numerusform>%1 按学习时的样子比较了 %n 个片段：带标签的片段或窗口。自身画面与声音：%2。单击前往；空格播放。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop %1, %2</source>
        <translation>停止 %1，%2</translation>
    </message>
    <message>
        <source>Play %1, %2</source>
        <translation>播放 %1，%2</translation>
    </message>
</context>
<context>
    <name>widgets::NeedsList</name>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>comes later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>What is still needed</source>
        <translation>还缺什么</translation>
    </message>
</context>
<context>
    <name>widgets::NoticeBox</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>widgets::OffsetHistogram</name>
    <message>
        <source>Floor transfer offsets</source>
        <translation>话轮转换间隔</translation>
    </message>
    <message>
        <source>%1 → %2: %3, median %4 s</source>
        <translation>%1 → %2：%3，中位数 %4 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n transition(s)</source>
        <translation>
            <numerusform>%n 次转换</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>widgets::OffsetView</name>
    <message>
        <source>Both recordings over each other</source>
        <translation>两段录制叠加显示</translation>
    </message>
    <message>
        <source>dashed: %1, drag: %2</source>
        <translation>虚线：%1，拖动：%2</translation>
    </message>
</context>
<context>
    <name>widgets::OthersSection</name>
    <message>
        <source>Others</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Peek</source>
        <translation>提前查看</translation>
    </message>
    <message>
        <source>Hide again</source>
        <translation>重新隐藏</translation>
    </message>
    <message>
        <source>a peek is noted</source>
        <translation>查看会被记录</translation>
    </message>
    <message>
        <source>Nobody has said anything yet.</source>
        <translation>还没有人作出判断。</translation>
    </message>
    <message>
        <source>model %1</source>
        <translation>模型 %1</translation>
    </message>
</context>
<context>
    <name>widgets::OverviewStrip</name>
    <message>
        <source>Overview of the whole file</source>
        <translation>整个文件的概览</translation>
    </message>
    <message>
        <source>The whole file. Click to look there, double click to go there.</source>
        <translation>整个文件。单击查看该处，双击跳转到该处。</translation>
    </message>
</context>
<context>
    <name>widgets::PassForm</name>
    <message>
        <source>&amp;Hide what others said until the answer counts</source>
        <translation>作答提交前隐藏他人的判断(&amp;H)</translation>
    </message>
    <message>
        <source>Label the segments</source>
        <translation>标注片段</translation>
    </message>
    <message>
        <source>Label again, blind and shuffled</source>
        <translation>再次标注，盲评且乱序</translation>
    </message>
    <message>
        <source>Settle disagreements</source>
        <translation>裁定分歧</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Text only</source>
        <translation>仅文本</translation>
    </message>
    <message>
        <source>Sound only</source>
        <translation>仅声音</translation>
    </message>
    <message>
        <source>Silent video</source>
        <translation>无声视频</translation>
    </message>
    <message>
        <source>What matters most first</source>
        <translation>最重要的优先</translation>
    </message>
    <message>
        <source>As the videos go</source>
        <translation>按视频顺序</translation>
    </message>
    <message>
        <source>Shuffled</source>
        <translation>乱序</translation>
    </message>
    <message>
        <source>The same seed shuffles in the same way</source>
        <translation>相同的种子产生相同的乱序</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 s before</source>
        <translation>提前 %1 s</translation>
    </message>
    <message>
        <source>all segments</source>
        <translation>所有片段</translation>
    </message>
    <message>
        <source> segments</source>
        <translation> 个片段</translation>
    </message>
    <message>
        <source>&amp;Pass</source>
        <translation>轮次(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Annotator</source>
        <translation>标注者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>编号(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Shown</source>
        <translation>显示(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <translation>顺序(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;eed</source>
        <translation>种子(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Lead-in</source>
        <translation>前导(&amp;L)</translation>
    </message>
    <message>
        <source>At &amp;most</source>
        <translation>最多(&amp;M)</translation>
    </message>
    <message>
        <source>A new pass</source>
        <translation>新的一轮</translation>
    </message>
    <message>
        <source>Segments that are</source>
        <translation>哪些片段</translation>
    </message>
    <message>
        <source>not labelled yet</source>
        <translation>尚未标注</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>positive for some, negative for others</source>
        <translation>有人判正、有人判负</translation>
    </message>
    <message>
        <source>two steps or more apart</source>
        <translation>相差两级或以上</translation>
    </message>
    <message>
        <source>far from the model</source>
        <translation>与模型相差较大</translation>
    </message>
    <message>
        <source>out of scale</source>
        <translation>超出量表</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>过短</translation>
    </message>
    <message>
        <source>without words</source>
        <translation>没有词</translation>
    </message>
    <message>
        <source>missing a modality</source>
        <translation>缺少某个模态</translation>
    </message>
    <message>
        <source>none of these: a tenth, at random</source>
        <translation>其余：随机抽取十分之一</translation>
    </message>
    <message>
        <source>&amp;Begin</source>
        <translation>开始(&amp;B)</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>继续 %1</translation>
    </message>
    <message>
        <source>Practise on gold items</source>
        <translation>用金标准片段练习</translation>
    </message>
    <message>
        <source>Gold items stand among the segments and cannot be told from them; 5 to 10 % are usual</source>
        <translation>金标准片段混在其余片段中，无从辨认；通常为 5 至 10 %</translation>
    </message>
    <message>
        <source>Some segments come again: do you agree with yourself? The first answer stays; 10 to 20 % are usual</source>
        <translation>一些片段会再次出现：您与自己一致吗？第一次回答不变；通常为 10 至 20 %</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> places</source>
        <translation> 位</translation>
    </message>
    <message>
        <source>How much later a segment comes again, at least</source>
        <translation>片段至少相隔多少位后再次出现</translation>
    </message>
    <message>
        <source>Hidden &amp;gold</source>
        <translation>隐藏金标准(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Repeats</source>
        <translation>重复(&amp;R)</translation>
    </message>
    <message>
        <source>A&amp;fter</source>
        <translation>间隔(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Judged</source>
        <translation>评判对象(&amp;J)</translation>
    </message>
    <message>
        <source>labelled segments</source>
        <translation>带标签的片段</translation>
    </message>
    <message>
        <source>Open passes</source>
        <translation>未完成的轮次</translation>
    </message>
    <message>
        <source>Which of two has more</source>
        <translation>两者中哪个更强</translation>
    </message>
    <message>
        <source>Best and worst of four</source>
        <translation>四者中最好与最差</translation>
    </message>
    <message>
        <source>Texts to compare</source>
        <translation>要比较的文本</translation>
    </message>
    <message>
        <source>The tiers whose texts of a segment are compared, two at a time</source>
        <translation>要比较其对片段文本的标注层，每次两个</translation>
    </message>
    <message>
        <source>Te&amp;xts</source>
        <translation>文本(&amp;X)</translation>
    </message>
    <message>
        <source>Which of two texts is better</source>
        <translation>两段文本中哪个更好</translation>
    </message>
    <message>
        <source>choose two</source>
        <translation>选择两个</translation>
    </message>
    <message>
        <source>As many turns of the conversation play before the segment; what is judged is the segment alone</source>
        <translation>片段之前播放这么多个话轮；评判的只是片段本身</translation>
    </message>
    <message>
        <source>&amp;Turns before</source>
        <translation>之前的话轮(&amp;T)</translation>
    </message>
</context>
<context>
    <name>widgets::PersonHeadTrack</name>
    <message>
        <source>in hand: what keys edit</source>
        <translation>当前：按键所编辑</translation>
    </message>
    <message>
        <source>folded: click to see the tracks</source>
        <translation>已折叠：点击以显示轨道</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>Tracks of %1, %2</source>
        <translation>%1 的轨道，%2</translation>
    </message>
    <message>
        <source>mute</source>
        <comment>button</comment>
        <translation>静音</translation>
    </message>
    <message>
        <source>only</source>
        <comment>button: hear nobody else</comment>
        <translation>仅听</translation>
    </message>
    <message>
        <source>hear %1 again</source>
        <translation>重新听到 %1</translation>
    </message>
    <message>
        <source>mute %1</source>
        <translation>将 %1 静音</translation>
    </message>
    <message>
        <source>hear the others again</source>
        <translation>重新听到其他人</translation>
    </message>
    <message>
        <source>hear only %1, and whom else you choose so</source>
        <translation>只听 %1 以及同样选中的其他人</translation>
    </message>
    <message>
        <source>not heard</source>
        <translation>听不到</translation>
    </message>
    <message>
        <source>&amp;Mute %1</source>
        <translation>将 %1 静音(&amp;M)</translation>
    </message>
    <message>
        <source>Hear &amp;only %1</source>
        <translation>只听 %1(&amp;O)</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>heard alone</source>
        <translation>只听此人</translation>
    </message>
</context>
<context>
    <name>widgets::PlanCurve</name>
    <message>
        <source>%1 ratings: ± %2</source>
        <translation>%1 次评分：± %2</translation>
    </message>
    <message>
        <source>Half width against ratings</source>
        <translation>半宽随评分次数的变化</translation>
    </message>
    <message>
        <source>wished ± %1</source>
        <translation>期望 ± %1</translation>
    </message>
</context>
<context>
    <name>widgets::PointPlot</name>
    <message>
        <source>%1, segment %2</source>
        <translation>%1，片段 %2</translation>
    </message>
    <message>
        <source>label %1, prediction %2</source>
        <translation>标签 %1，预测 %2</translation>
    </message>
    <message>
        <source>no label, prediction %1</source>
        <translation>无标签，预测 %1</translation>
    </message>
    <message>
        <source>%1: text %2 %, sound %3 %, vision %4 %</source>
        <translation>%1：文本 %2 %，声音 %3 %，视觉 %4 %</translation>
    </message>
</context>
<context>
    <name>widgets::PredictPanel</name>
    <message>
        <source>Emotions</source>
        <translation>情绪</translation>
    </message>
    <message>
        <source>Predicted sentiment</source>
        <translation>预测的情感</translation>
    </message>
    <message>
        <source>Modalities</source>
        <translation>模态</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Predicted %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>Other outputs</source>
        <translation>其他输出</translation>
    </message>
    <message>
        <source>words as edited</source>
        <translation>按编辑后的词</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>不含%1</translation>
    </message>
    <message>
        <source>&amp;Accept as label</source>
        <translation>接受为标签(&amp;A)</translation>
    </message>
    <message>
        <source>Gives the segment what the model says, rounded to the step of the label, with your name and the model&apos;s. Undo takes it back.</source>
        <translation>将模型的预测按标签步长取整后赋给片段，并记录您和模型的名称。可以撤销。</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>Card…</source>
        <translation>卡片…</translation>
    </message>
    <message>
        <source>All that is known of this model: what it learnt from, how good it is, what it takes</source>
        <translation>关于此模型的一切：从何学习、效果如何、需要什么</translation>
    </message>
    <message>
        <source>&amp;Accept as label…</source>
        <translation>接受为标签…(&amp;A)</translation>
    </message>
    <message>
        <source>Arousal, and emotions as raters see them</source>
        <translation>激动程度，以及评分者所见的情绪</translation>
    </message>
</context>
<context>
    <name>widgets::PredictionTrack</name>
    <message>
        <source>no segments</source>
        <translation>没有片段</translation>
    </message>
    <message>
        <source>%1 of %2 segments</source>
        <translation>%1 / %2 个片段</translation>
    </message>
    <message>
        <source>−3…+3</source>
        <translation>−3…+3</translation>
    </message>
    <message>
        <source>%1 · live</source>
        <translation>%1 · 实时</translation>
    </message>
    <message>
        <source>label %1, model %2: review</source>
        <translation>标签 %1，模型 %2：待复查</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>对比</translation>
    </message>
</context>
<context>
    <name>widgets::QueuePanel</name>
    <message>
        <source>Review queue</source>
        <translation>复查队列</translation>
    </message>
    <message>
        <source>Progress of the pass</source>
        <translation>本轮进度</translation>
    </message>
    <message>
        <source>No pass goes on. A pass leads through the segments that need a look, one after the other.</source>
        <translation>没有进行中的轮次。一轮会逐个带您查看需要复查的片段。</translation>
    </message>
    <message>
        <source>Begin a pass…</source>
        <translation>开始一轮…</translation>
    </message>
    <message>
        <source>Answers that the pass asks for. A segment may come a second time, so there can be more answers than segments.</source>
        <translation>本轮要求的回答数。同一片段可能会再次出现，因此回答可能多于片段。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n answers</source>
        <translation>
            <numerusform>%1 / %n 个回答</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::RangeDialog</name>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>到(&amp;T)</translation>
    </message>
</context>
<context>
    <name>widgets::RaterCard</name>
    <message>
        <source>Bars: how often %1 gave each value. Lines: the others on the same segments.</source>
        <translation>柱：%1 给出各值的次数。线：他人对相同片段。</translation>
    </message>
    <message>
        <source>bars: %1 · lines: the others</source>
        <translation>柱：%1 · 线：他人</translation>
    </message>
</context>
<context>
    <name>widgets::RatingBar</name>
    <message>
        <source>Rating</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>The mouse over it, or Up and Down, give the value</source>
        <translation>鼠标悬于其上，或按上下键给出值</translation>
    </message>
    <message>
        <source>● recording</source>
        <translation>● 正在录制</translation>
    </message>
    <message>
        <source>The stick of %1 gives the value, its cross moves it by a step, a button ends the recording; so do the mouse over it, and Up and Down</source>
        <translation>%1 的摇杆给出数值，十字键移动一步，按钮结束录制；鼠标悬停以及上下键也可给出数值</translation>
    </message>
</context>
<context>
    <name>widgets::ReceivedRows</name>
    <message>
        <source>Rows that the word receives</source>
        <translation>该词收到的行</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s); %1</source>
        <translation>
            <numerusform>%n 行；%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::ReceivedSection</name>
    <message>
        <source>Sequence whose rows are shown</source>
        <translation>显示哪个序列的行</translation>
    </message>
    <message>
        <source>Dimension that is shown</source>
        <translation>显示哪个维度</translation>
    </message>
</context>
<context>
    <name>widgets::ResidualCard</name>
    <message>
        <source>What the residuals are shown over</source>
        <translation>残差按什么显示</translation>
    </message>
    <message>
        <source>by length</source>
        <translation>按时长</translation>
    </message>
    <message>
        <source>by speaker</source>
        <translation>按说话人</translation>
    </message>
    <message>
        <source>by fold</source>
        <translation>按折</translation>
    </message>
    <message>
        <source>on average %1</source>
        <translation>平均 %1</translation>
    </message>
    <message>
        <source>bias %1</source>
        <translation>偏差 %1</translation>
    </message>
</context>
<context>
    <name>widgets::ResidualPlot</name>
    <message>
        <source>Residuals: prediction minus label</source>
        <translation>残差：预测减标签</translation>
    </message>
    <message>
        <source>length in seconds</source>
        <translation>时长（秒）</translation>
    </message>
    <message>
        <source>prediction − label</source>
        <translation>预测 − 标签</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>说话人</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>折</translation>
    </message>
    <message>
        <source>length in rows</source>
        <translation>长度（行）</translation>
    </message>
    <message>
        <source>1 − probability of the label</source>
        <translation>1 − 标签的概率</translation>
    </message>
</context>
<context>
    <name>widgets::RowBars</name>
    <message>
        <source>Aligned row</source>
        <translation>对齐后的行</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>named as in %1</source>
        <translation>按 %1 命名</translation>
    </message>
</context>
<context>
    <name>widgets::ScatterPlot</name>
    <message>
        <source>Label and prediction</source>
        <translation>标签与预测</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>probability of the label</source>
        <translation>标签的概率</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentListCard</name>
    <message>
        <source>wrong only</source>
        <translation>仅错误</translation>
    </message>
    <message>
        <source>Segments with label and prediction</source>
        <translation>带标签与预测的片段</translation>
    </message>
    <message>
        <source>Only segments whose label is another class than the model says</source>
        <translation>仅标签与模型所说类别不同的片段</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SegmentListModel</name>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>The model gives %1 a probability of %2.</source>
        <translation>模型给 %1 的概率为 %2。</translation>
    </message>
    <message>
        <source>Whether label and prediction are the same; sorted by how little the model gives the label</source>
        <translation>标签与预测是否相同；按模型给标签的概率从低到高排序</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentStrip</name>
    <message>
        <source>label %1, prediction %2</source>
        <translation>标签 %1，预测 %2</translation>
    </message>
    <message>
        <source>no label, prediction %1</source>
        <translation>无标签，预测 %1</translation>
    </message>
    <message>
        <source>%1, segment %2</source>
        <translation>%1，片段 %2</translation>
    </message>
    <message>
        <source>Selected segments</source>
        <translation>所选片段</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentTableModel</name>
    <message>
        <source>Start (s)</source>
        <translation>起点 (s)</translation>
    </message>
    <message>
        <source>End (s)</source>
        <translation>终点 (s)</translation>
    </message>
    <message>
        <source>Length (s)</source>
        <translation>时长 (s)</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>widgets::SegmentWords</name>
    <message>
        <source>Play the segment again</source>
        <translation>再次播放该片段</translation>
    </message>
</context>
<context>
    <name>widgets::SentimentScale</name>
    <message>
        <source>No prediction</source>
        <translation>没有预测</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Predicted %1 %2</source>
        <translation>预测 %1 %2</translation>
    </message>
</context>
<context>
    <name>widgets::SequenceGrid</name>
    <message>
        <source>%1: %2 % covered</source>
        <translation>%1：覆盖 %2 %</translation>
    </message>
    <message>
        <source>How rows of %1 become one</source>
        <translation>%1 的多行如何合为一行</translation>
    </message>
    <message>
        <source>What stands in for missing rows of %1</source>
        <translation>用什么代替 %1 的缺失行</translation>
    </message>
    <message>
        <source>Keep all rows</source>
        <translation>保留所有行</translation>
    </message>
    <message>
        <source>As all others</source>
        <translation>与其他相同</translation>
    </message>
</context>
<context>
    <name>widgets::SliceCard</name>
    <message>
        <source>Search for a slice of one&apos;s own</source>
        <translation>自定义子集的搜索</translation>
    </message>
    <message>
        <source>As in the library: film, speaker:ada, sentiment&gt;1, longer:3 – Enter adds it</source>
        <translation>与资料库相同：film、speaker:ada、sentiment&gt;1、longer:3 – 按 Enter 添加</translation>
    </message>
    <message>
        <source>+ Slice…</source>
        <translation>+ 子集…</translation>
    </message>
    <message>
        <source>A slice of one&apos;s own, by the library&apos;s search</source>
        <translation>用资料库的搜索自定义子集</translation>
    </message>
</context>
<context>
    <name>widgets::SliceModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n segment(s) of %2 videos</source>
        <translation>
            <numerusform>%1：%2 个视频的 %n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>95 % interval of the MAE: %1 to %2</source>
        <translation>MAE 的 95 % 区间：%1 至 %2</translation>
    </message>
    <message>
        <source>Too few videos for an interval.</source>
        <translation>视频太少，无法给出区间。</translation>
    </message>
    <message>
        <source>* Worse than all others beyond chance (Benjamini–Hochberg, 5 %).</source>
        <translation>* 比其他所有片段都差且超出偶然（Benjamini–Hochberg，5 %）。</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>子集</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Bias</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Acc-2</source>
        <translation>Acc-2</translation>
    </message>
    <message>
        <source>In selection</source>
        <translation>所选中</translation>
    </message>
    <message>
        <source>95 % interval of the share that is wrong: %1 to %2</source>
        <translation>错误比例的 95 % 区间：%1 至 %2</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>错误</translation>
    </message>
</context>
<context>
    <name>widgets::SliceTable</name>
    <message>
        <source>Slices</source>
        <translation>子集</translation>
    </message>
</context>
<context>
    <name>widgets::SourceList</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>统计中…</translation>
    </message>
    <message>
        <source>segments with values: %1</source>
        <translation>有值的片段：%1</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>未勾选</translation>
    </message>
    <message>
        <source>From what is learnt</source>
        <translation>从什么学习</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceChoiceBar</name>
    <message>
        <source>Review</source>
        <translation>复查</translation>
    </message>
    <message>
        <source>Begin a pass of review over the selected segments</source>
        <translation>开始一遍对所选片段的复查</translation>
    </message>
    <message>
        <source>In Dataset</source>
        <translation>在数据集中</translation>
    </message>
    <message>
        <source>Select the same segments in the mode Dataset, beside what a model makes of them</source>
        <translation>在模式“数据集”中选中同样的片段，并看模型如何看待它们</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>不选择任何片段</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SpaceChoices</name>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>The sequence whose mean row places each segment</source>
        <translation>以其行均值排布各片段的序列</translation>
    </message>
    <message>
        <source>How many dimensions become two or three. PCA: along the directions in which segments differ most; distances mean something. UMAP and t-SNE: neighbours stay together; how far apart groups lie says little.</source>
        <translation>多个维度如何变成两个或三个。PCA：沿片段差异最大的方向；距离有意义。UMAP 和 t-SNE：邻近的点保持在一起；群之间的距离说明不了什么。</translation>
    </message>
    <message>
        <source>What the colour of a point tells</source>
        <translation>点的颜色表示什么</translation>
    </message>
    <message>
        <source>model&apos;s prediction</source>
        <translation>模型的预测</translation>
    </message>
    <message>
        <source>model&apos;s error</source>
        <translation>模型的误差</translation>
    </message>
    <message>
        <source>interaction class</source>
        <translation>相互作用类别</translation>
    </message>
    <message>
        <source>training: mean error</source>
        <translation>训练：平均误差</translation>
    </message>
    <message>
        <source>training: deviation</source>
        <translation>训练：标准差</translation>
    </message>
    <message>
        <source>fold</source>
        <translation>划分</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>说话人</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceLegend</name>
    <message>
        <source>What the colours mean: %1</source>
        <translation>颜色含义：%1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 从 %2 到 %3</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n without</source>
        <translation>
            <numerusform>%1，%n 个没有</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n others %1</source>
        <translation>
            <numerusform>其他 %n 个 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>none %1</source>
        <translation>无 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n unlabelled</source>
        <translation>
            <numerusform>%1 · %n 个无标签</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::SpacePanel</name>
    <message>
        <source>segment %1 of %2</source>
        <translation>片段 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n segments</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions</source>
        <translation>
            <numerusform>%n 个维度</numerusform>
        </translation>
    </message>
    <message>
        <source>Trustworthiness: 1 when the points that lie next to each other are next to each other by all dimensions, too; about 0.5 by chance (15 neighbours; Venna and Kaski 2001).</source>
        <translation>可信度：相邻的点按所有维度也相邻时为 1；偶然约为 0.5（15 个近邻；Venna 与 Kaski 2001）。</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>segments, dimensions, trustworthiness</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>trustworthiness %1</source>
        <translation>可信度 %1</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceTools</name>
    <message>
        <source>2-D</source>
        <translation>二维</translation>
    </message>
    <message>
        <source>Two dimensions, as in print</source>
        <translation>二维，如印刷品</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>套索</translation>
    </message>
    <message>
        <source>Drag around points to select them. Shift adds, Alt removes; with Shift, a drag selects without this button, too.</source>
        <translation>围着点拖动即可选择。Shift 添加，Alt 去掉；按住 Shift 拖动时，不按此按钮也能选择。</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Write what is seen, with what its colours mean, as PNG or SVG</source>
        <translation>把所见连同颜色的含义写成 PNG 或 SVG</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceView</name>
    <message>
        <source>Segments in space</source>
        <translation>空间中的片段</translation>
    </message>
</context>
<context>
    <name>widgets::SpaceViews</name>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Points: segments of the dataset</source>
        <translation>点：数据集的片段</translation>
    </message>
    <message>
        <source>Feature surface</source>
        <translation>特征曲面</translation>
    </message>
    <message>
        <source>Fusion tensor</source>
        <translation>融合张量</translation>
    </message>
    <message>
        <source>Fusion graph</source>
        <translation>融合图</translation>
    </message>
    <message>
        <source>Face in 3-D</source>
        <translation>三维人脸</translation>
    </message>
    <message>
        <source>What is shown: the segments of the whole dataset, or features, what the model makes of the segment in sight, or the face at the playhead</source>
        <translation>显示内容：整个数据集的片段，或特征、模型对当前片段的处理，或播放头处的人脸</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>widgets::SpectrogramTrack</name>
    <message>
        <source>Le&amp;vels</source>
        <translation>电平(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗长(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Frequencies up to</source>
        <translation>最高频率(&amp;F)</translation>
    </message>
    <message>
        <source>levels of the spectrogram</source>
        <translation>语谱图的电平</translation>
    </message>
    <message>
        <source>&amp;Usual: %1…%2 dB</source>
        <translation>常用：%1…%2 dB(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Soft sounds: %1…%2 dB</source>
        <translation>弱音：%1…%2 dB(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Loud sounds only: %1…%2 dB</source>
        <translation>仅强音：%1…%2 dB(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Everything: %1…%2 dB</source>
        <translation>全部：%1…%2 dB(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Typed…</source>
        <translation>自定义(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Typed: %1…%2 dB</source>
        <translation>自定义：%1…%2 dB(&amp;T)</translation>
    </message>
    <message>
        <source>Levels in dB below full scale</source>
        <translation>低于满幅的电平（dB）</translation>
    </message>
    <message>
        <source>%1 ms: wide band, tells when</source>
        <translation>%1 ms：宽带，时间精确</translation>
    </message>
    <message>
        <source>%1 ms: narrow band, tells the pitch</source>
        <translation>%1 ms：窄带，音高精确</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>window of the spectrogram</source>
        <translation>语谱图的窗长</translation>
    </message>
    <message>
        <source>%1: all that there is</source>
        <translation>%1：全部频率</translation>
    </message>
    <message>
        <source>frequencies of the spectrogram</source>
        <translation>语谱图的频率</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>%1 kHz</translation>
    </message>
    <message>
        <source>%1 ms · %2…%3 dB</source>
        <translation>%1 ms · %2…%3 dB</translation>
    </message>
    <message>
        <source>%1 · %2 · silence</source>
        <translation>%1 · %2 · 静音</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 dB</source>
        <translation>%1 · %2 · %3 dB</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>语谱图</translation>
    </message>
    <message>
        <source>%1 · not readable</source>
        <translation>%1 · 无法读取</translation>
    </message>
</context>
<context>
    <name>widgets::SplitBar</name>
    <message>
        <source>train</source>
        <translation>train</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>valid</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未使用</translation>
    </message>
    <message>
        <source>Split of the videos</source>
        <translation>视频的划分</translation>
    </message>
    <message>
        <source>%1. 1: train, 2: valid, 3: test, 0: not used</source>
        <translation>%1。1：train，2：valid，3：test，0：未使用</translation>
    </message>
    <message numerus="yes">
        <source>%n labelled</source>
        <translation>
            <numerusform>%n 个有标签</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>%1 of %2 segments labelled</source>
        <translation>%2 个片段中 %1 个有标签</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n 个视频</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>widgets::StatisticsModel</name>
    <message>
        <source>empty: not one number</source>
        <translation>空：没有任何数值</translation>
    </message>
    <message>
        <source>constant: the same number everywhere</source>
        <translation>恒定：处处是同一数值</translation>
    </message>
    <message>
        <source>%1 of %2 values are no numbers</source>
        <translation>%2 个值中有 %1 个不是数值</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>NaN</source>
        <translation>NaN</translation>
    </message>
    <message>
        <source>Infinite</source>
        <translation>无穷</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Mean difference</source>
        <translation>平均差异</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>最大差异</translation>
    </message>
</context>
<context>
    <name>widgets::StepEditor</name>
    <message>
        <source>Reference</source>
        <translation>参考</translation>
    </message>
    <message>
        <source>Rows per second</source>
        <translation>每秒行数</translation>
    </message>
    <message>
        <source>Seconds from window to window</source>
        <translation>窗口间隔（秒）</translation>
    </message>
    <message>
        <source>Fixed rate</source>
        <translation>固定速率</translation>
    </message>
    <message>
        <source>Sliding window</source>
        <translation>滑动窗口</translation>
    </message>
    <message>
        <source>Video frames</source>
        <translation>视频帧</translation>
    </message>
    <message>
        <source> Hz</source>
        <translation> Hz</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Seconds of a window</source>
        <translation>窗口长度（秒）</translation>
    </message>
</context>
<context>
    <name>widgets::StepList</name>
    <message>
        <source>What to do with step %1</source>
        <translation>对步骤 %1 的操作</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
</context>
<context>
    <name>widgets::StripCard</name>
    <message>
        <source>Nothing selected</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>What would flip it?</source>
        <translation>怎样会翻转？</translation>
    </message>
    <message>
        <source>What comes first in the strip</source>
        <translation>片段条中的先后</translation>
    </message>
    <message>
        <source>largest error first</source>
        <translation>误差最大的在前</translation>
    </message>
    <message>
        <source>largest difference first</source>
        <translation>差异最大的在前</translation>
    </message>
    <message>
        <source>Segments, voices, faces and missing words with which the model would say the other sign of this segment</source>
        <translation>使模型对此片段给出相反符号的片段、声音、面部和缺失的词</translation>
    </message>
    <message>
        <source>Nothing selected: all</source>
        <translation>未选择：全部</translation>
    </message>
    <message>
        <source>Nothing selected: all of %1</source>
        <translation>未选择：%1 的全部</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>click a point, drag around some, or click a cell, a slice or a class; Shift adds, Alt takes away</source>
        <translation>单击一点、拖动圈住一些，或单击单元格、切片、类别；Shift 添加，Alt 去除</translation>
    </message>
    <message>
        <source>label, prediction · Enter or a double click opens, Space plays</source>
        <translation>标签、预测 · Enter 或双击打开，空格播放</translation>
    </message>
    <message>
        <source>least probable label first</source>
        <translation>概率最低的标签在前</translation>
    </message>
</context>
<context>
    <name>widgets::SurfacePanel</name>
    <message>
        <source>Sequence</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>The sequence whose values are the heights</source>
        <translation>以其值为高度的序列</translation>
    </message>
    <message>
        <source>How much of the video is seen: the segment in sight, or so many seconds, which are turned like pages when the playhead leaves them</source>
        <translation>看到视频的多少：当前片段，或若干秒；播放头离开时像翻页一样翻到下一段</translation>
    </message>
    <message>
        <source>of the segment</source>
        <translation>当前片段</translation>
    </message>
    <message>
        <source>of %1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Feature surface</source>
        <translation>特征曲面</translation>
    </message>
    <message>
        <source>value, within its dimension&apos;s range</source>
        <translation>值，在其维度的范围内</translation>
    </message>
    <message>
        <source>%1 at %2 s: %3</source>
        <translation>%1，%2 秒处：%3</translation>
    </message>
    <message>
        <source>range in this video: %1 to %2</source>
        <translation>此视频中的范围：%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n dimensions</source>
        <translation>
            <numerusform>%n 个维度</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n dimensions</source>
        <translation>
            <numerusform>%n 个维度中的 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 to %3 s</source>
        <comment>dimensions, from, to</comment>
        <translation>%1 · %2 至 %3 秒</translation>
    </message>
</context>
<context>
    <name>widgets::SuspectCard</name>
    <message>
        <source>Correct</source>
        <translation>更正</translation>
    </message>
    <message>
        <source>What it may be</source>
        <translation>可能是什么</translation>
    </message>
    <message>
        <source>While training</source>
        <translation>训练过程</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>邻近片段</translation>
    </message>
    <message>
        <source>Choose a suspicious label in the queue at the left.</source>
        <translation>请在左侧队列中选择一个可疑标签。</translation>
    </message>
    <message>
        <source>K: the label is right as it is</source>
        <translation>K：标签本来就正确</translation>
    </message>
    <message>
        <source>Dismiss  X</source>
        <translation>排除  X</translation>
    </message>
    <message>
        <source>X: something else than the label is wrong</source>
        <translation>X：出错的不是标签</translation>
    </message>
    <message>
        <source>Never again</source>
        <translation>不再提示</translation>
    </message>
    <message>
        <source>The segment is not offered again, whatever is found</source>
        <translation>无论再发现什么，都不再提示该片段</translation>
    </message>
    <message>
        <source>Next  ⏎</source>
        <translation>下一个  ⏎</translation>
    </message>
    <message>
        <source>Enter: to the next one, without an answer</source>
        <translation>回车：不回答，到下一个</translation>
    </message>
    <message>
        <source>How likely each kind of error is, as models tell that have not seen the video</source>
        <translation>由未见过该视频的模型判断每种错误的可能性</translation>
    </message>
    <message>
        <source>How far models were from this label after each epoch, beside the middle half of all segments. What is never learnt may be wrong.</source>
        <translation>每轮之后模型与该标签的差距，旁边是所有片段的中间一半。始终学不会的可能有误。</translation>
    </message>
    <message>
        <source>Segments of other videos that a model holds to be most alike, with their labels</source>
        <translation>模型认为最相似的其他视频片段及其标签</translation>
    </message>
</context>
<context>
    <name>widgets::SuspectQueue</name>
    <message>
        <source>Review these</source>
        <translation>审阅这些</translation>
    </message>
    <message>
        <source>Suspicious labels</source>
        <translation>可疑标签</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>most suspicious</source>
        <translation>最可疑</translation>
    </message>
    <message>
        <source>video by video</source>
        <translation>逐个视频</translation>
    </message>
    <message>
        <source>Close the queue; it can be opened again in the menu Review</source>
        <translation>关闭队列；可在“复查”菜单中重新打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>已看</translation>
    </message>
    <message>
        <source>Progress of the search</source>
        <translation>查找进度</translation>
    </message>
    <message>
        <source>Sends all that are shown to a review pass, in this order</source>
        <translation>按此顺序把显示的全部送入一轮复查</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n looked at</source>
        <translation>
            <numerusform>已看 %1 / %n</numerusform>
        </translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>已查看</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>What the model learnt is learnt once more with the labels as they are now; what their changes brought is said</source>
        <translation>用现在的标签把模型所学再学一遍，并说明标签的改动带来了什么</translation>
    </message>
</context>
<context>
    <name>widgets::SweepCurve</name>
    <message>
        <source>%1: %2, by chance %3</source>
        <translation>%1：%2，偶然为 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>widgets::SynchronyTrack</name>
    <message>
        <source>together</source>
        <translation>同时</translation>
    </message>
    <message>
        <source>%1 comes first</source>
        <translation>%1 在先</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2、%3</translation>
    </message>
    <message>
        <source>is being computed…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>too short to tell</source>
        <translation>太短，无法判断</translation>
    </message>
    <message>
        <source>cannot be told: %1</source>
        <translation>无法判断：%1</translation>
    </message>
    <message>
        <source>r %1 at %2 s (%3)</source>
        <translation>r %1，时滞 %2 秒（%3）</translation>
    </message>
    <message>
        <source>%1, p %2</source>
        <translation>%1，p %2</translation>
    </message>
    <message>
        <source>%1, chance is being computed…</source>
        <translation>%1，正在计算偶然水平…</translation>
    </message>
    <message>
        <source>S&amp;ignal</source>
        <translation>信号(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>窗长(&amp;W)</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Chanc&amp;e</source>
        <translation>偶然水平(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Shifted in time</source>
        <translation>时间平移(&amp;S)</translation>
    </message>
    <message>
        <source>S&amp;huffled pieces</source>
        <translation>打乱片段(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;People of other conversations</source>
        <translation>其他对话中的人(&amp;P)</translation>
    </message>
    <message>
        <source>Time × lag: orange where both go together, blue where they go against each other; in the upper half %1 comes first. What is not more than chance is pale; dots are best lags where it is. Below, the largest r of each moment; the dashed line is what 95 % of chance stays under.</source>
        <translation>时间 × 时滞：橙色处两人同步，蓝色处两人相反；上半部分 %1 在先。不超过偶然水平的部分颜色较淡；超过时，圆点为最佳时滞。下方为每一时刻最大的 r；95 % 的偶然值低于虚线。</translation>
    </message>
    <message>
        <source>the first person</source>
        <translation>第一个人</translation>
    </message>
    <message>
        <source>%1 to %2 seconds</source>
        <translation>%1 到 %2 秒</translation>
    </message>
    <message>
        <source>%1: no value</source>
        <translation>%1：无值</translation>
    </message>
    <message>
        <source>%1: r %2 at %3 seconds, %4</source>
        <translation>%1：r %2，时滞 %3 秒，%4</translation>
    </message>
    <message>
        <source>%1, more than chance</source>
        <translation>%1，超过偶然水平</translation>
    </message>
    <message>
        <source>%1, not more than chance</source>
        <translation>%1，不超过偶然水平</translation>
    </message>
    <message>
        <source>%1 · lag %2 s · no value</source>
        <translation>%1 · 时滞 %2 秒 · 无值</translation>
    </message>
    <message>
        <source>%1 · lag %2 s · r %3</source>
        <translation>%1 · 时滞 %2 秒 · r %3</translation>
    </message>
    <message>
        <source>%1 · q %2</source>
        <translation>%1 · q %2</translation>
    </message>
    <message>
        <source>%1 s: %2 follows</source>
        <translation>%1 秒：%2 跟随</translation>
    </message>
    <message>
        <source>Synchrony</source>
        <translation>同步性</translation>
    </message>
    <message>
        <source>%1, no chance: too few people in other conversations</source>
        <translation>%1，没有偶然：其他对话中的人太少</translation>
    </message>
</context>
<context>
    <name>widgets::TableStack</name>
    <message>
        <source>Slices</source>
        <translation>子集</translation>
    </message>
    <message>
        <source>How the model does on parts of the segments</source>
        <translation>模型在部分片段上的表现</translation>
    </message>
    <message>
        <source>Concepts</source>
        <translation>概念</translation>
    </message>
    <message>
        <source>What the model has made of segments where it fuses their modalities</source>
        <translation>模型在融合各模态之处如何表示片段</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>What the model says of each segment, beside its label</source>
        <translation>模型对每个片段的回答，与其标签并列</translation>
    </message>
</context>
<context>
    <name>widgets::TensorPanel</name>
    <message>
        <source>Cells are seen from this magnitude on, as a part of the greatest</source>
        <translation>从此大小起的单元才可见，以最大值的百分比计</translation>
    </message>
    <message>
        <source>Threshold: %1 %</source>
        <translation>阈值：%1 %</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>A slice: only one entry of this axis; at the left end all</source>
        <translation>切片：此轴上仅一项；最左端为全部</translation>
    </message>
    <message>
        <source>Slice: %1</source>
        <translation>切片：%1</translation>
    </message>
    <message>
        <source>Fusion tensor</source>
        <translation>融合张量</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1: the 1</source>
        <translation>%1：常数 1</translation>
    </message>
    <message>
        <source>%1 unit %2</source>
        <translation>%1 单元 %2</translation>
    </message>
    <message>
        <source>product</source>
        <translation>乘积</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>the 1</source>
        <translation>常数 1</translation>
    </message>
    <message>
        <source>unit %1</source>
        <translation>单元 %1</translation>
    </message>
    <message>
        <source>%1 · not current: the model is asked again</source>
        <translation>%1 · 已过时：正在重新询问模型</translation>
    </message>
    <message numerus="yes">
        <source>the strongest %1 of %n cells</source>
        <translation>
            <numerusform>%n 个单元中最强的 %1 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cells</source>
        <translation>
            <numerusform>%n 个单元</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · walls: means</source>
        <comment>segment, cells</comment>
        <translation>%1 · %2 · 墙面：均值</translation>
    </message>
</context>
<context>
    <name>widgets::TermBars</name>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
    <message>
        <source>all three</source>
        <translation>三者共同</translation>
    </message>
    <message>
        <source>What each modality adds, alone and with others</source>
        <translation>每个模态单独及与其他模态共同的贡献</translation>
    </message>
    <message>
        <source>%1 alone moves the prediction by %2; its fair share of all is %3 (Shapley).</source>
        <translation>仅%1使预测变化%2；它在整体中的公平份额为%3（Shapley）。</translation>
    </message>
    <message>
        <source>%1 together move the prediction by %2 beyond what their parts do.</source>
        <translation>%1共同使预测变化%2，超出各部分单独的作用。</translation>
    </message>
</context>
<context>
    <name>widgets::TermsDialog</name>
    <message>
        <source>Terms</source>
        <translation>词项</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>词项</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>&amp;Add a term</source>
        <translation>添加词项(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>new term</source>
        <translation>新词项</translation>
    </message>
</context>
<context>
    <name>widgets::TernaryPlot</name>
    <message>
        <source>Who decides: share of each modality</source>
        <translation>谁起决定作用：各模态的份额</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>声音</translation>
    </message>
    <message>
        <source>vision</source>
        <translation>视觉</translation>
    </message>
</context>
<context>
    <name>widgets::TextTrack</name>
    <message numerus="yes">
        <source>%n text(s), as in the file</source>
        <translation>
            <numerusform>%n 个文本，与文件相同</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”, %2 to %3 seconds</source>
        <translation>“%1”，%2 到 %3 秒</translation>
    </message>
</context>
<context>
    <name>widgets::TierTrack</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n segment(s)</source>
        <translation>
            <numerusform>%n 个片段</numerusform>
        </translation>
    </message>
    <message>
        <source>Point %1 of %2 at %3 seconds</source>
        <translation>点 %1 / %2，位于 %3 秒</translation>
    </message>
    <message>
        <source>Segment %1 of %2, %3 to %4 seconds</source>
        <translation>片段 %1 / %2，%3 至 %4 秒</translation>
    </message>
</context>
<context>
    <name>widgets::TimelineOverlay</name>
    <message numerus="yes">
        <source>%1 · %n frame(s)</source>
        <translation>
            <numerusform>%1 · %n 帧</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2 · %3</source>
        <translation>%1 – %2 · %3</translation>
    </message>
</context>
<context>
    <name>widgets::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Visible part of the timeline</source>
        <translation>时间线的可见部分</translation>
    </message>
    <message>
        <source>Visible tracks</source>
        <translation>可见轨道</translation>
    </message>
    <message>
        <source>Steps, not seconds</source>
        <translation>步数，不是秒</translation>
    </message>
</context>
<context>
    <name>widgets::TraceTrack</name>
    <message>
        <source>%1 Hz · %2…%3</source>
        <translation>%1 Hz · %2…%3</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s), %1 to %2 seconds</source>
        <translation>
            <numerusform>%n 个值，%1 至 %2 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TrainingPlot</name>
    <message>
        <source>While training: the error of each segment and how much it moved</source>
        <translation>训练过程：每个片段的误差及其波动</translation>
    </message>
    <message>
        <source>Nothing is known of the training of this model. A model that is trained in the window, or by polylogue-models train, leaves it beside its file.</source>
        <translation>不知道此模型的训练过程。在窗口中或用 polylogue-models train 训练的模型会把它留在文件旁。</translation>
    </message>
    <message>
        <source>how much the error moved</source>
        <translation>误差的波动</translation>
    </message>
    <message>
        <source>mean error over the epochs</source>
        <translation>各轮次的平均误差</translation>
    </message>
    <message>
        <source>hard, or labelled wrongly</source>
        <translation>困难，或标错</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>容易</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>模棱两可</translation>
    </message>
</context>
<context>
    <name>widgets::TranscriptPanel</name>
    <message>
        <source>Load te&amp;xt…</source>
        <translation>加载文本(&amp;X)…</translation>
    </message>
    <message>
        <source>Play the &amp;word</source>
        <translation>播放该词(&amp;W)</translation>
    </message>
    <message>
        <source>Tab pause, go on · Shift+Tab back 2 s · Esc leave</source>
        <translation>Tab 暂停、继续 · Shift+Tab 后退 2 秒 · Esc 离开</translation>
    </message>
    <message>
        <source>Type what you hear, or load a text.</source>
        <translation>键入您听到的内容，或加载一段文本。</translation>
    </message>
    <message>
        <source>Words get their places while it plays. A whole text can be pasted here, too.</source>
        <translation>词在播放时获得位置。也可以在此粘贴整段文本。</translation>
    </message>
    <message>
        <source>Play and type</source>
        <translation>播放并键入</translation>
    </message>
    <message>
        <source>Load a text…</source>
        <translation>加载文本…</translation>
    </message>
    <message>
        <source>“%1” · %2 to %3 s</source>
        <translation>“%1” · %2 至 %3 秒</translation>
    </message>
    <message>
        <source>“%1” · without times, near %2 s</source>
        <translation>“%1” · 无时间，约 %2 秒</translation>
    </message>
    <message>
        <source>Pa&amp;use</source>
        <translation>暂停(&amp;U)</translation>
    </message>
    <message>
        <source>T&amp;ype while it plays</source>
        <translation>播放时键入(&amp;Y)</translation>
    </message>
    <message>
        <source>Re-align this stretch</source>
        <translation>重新对齐这一段</translation>
    </message>
    <message>
        <source>Accept as it is</source>
        <translation>按原样接受</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>Align the %n</source>
        <translation>
            <numerusform>对齐这 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Finds in the sound when the words without times are said</source>
        <translation>在声音中查找没有时间的词是何时说的</translation>
    </message>
    <message>
        <source>confidence %1</source>
        <translation>置信度 %1</translation>
    </message>
    <message>
        <source>Makes phones, vectors and what else comes of words, from the words as they are now</source>
        <translation>用现在的词重新生成音素、词向量及其他由词得出的内容</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) changed since phones and vectors were made.</source>
        <translation>
            <numerusform>生成音素和词向量之后有 %n 个词被修改。</numerusform>
        </translation>
    </message>
    <message>
        <source>confidence of its times %1</source>
        <translation>其时间的置信度 %1</translation>
    </message>
    <message>
        <source>A it is right · X it was not said: takes it out · Enter next</source>
        <translation>A 正确 · X 没有说过：将其删去 · 回车 下一个</translation>
    </message>
    <message>
        <source>Ma&amp;ke again…</source>
        <translation>重新生成(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>widgets::TranscriptStates</name>
    <message>
        <source>Next without times</source>
        <translation>下一个无时间的词</translation>
    </message>
    <message>
        <source>%1 next without times</source>
        <translation>%1 下一个无时间的词</translation>
    </message>
    <message>
        <source>timed %1</source>
        <translation>有时间 %1</translation>
    </message>
    <message>
        <source>without times %1</source>
        <translation>无时间 %1</translation>
    </message>
    <message>
        <source>Goes to the next word without times</source>
        <translation>转到下一个没有时间的词</translation>
    </message>
    <message>
        <source>Words that were guessed from the sound. An edit or “Accept” makes them words like all others.</source>
        <translation>从声音中猜出的词。编辑或“接受”后，它们就与其他词一样。</translation>
    </message>
    <message>
        <source>Lists the words that somebody should listen to</source>
        <translation>列出应该听一听的词</translation>
    </message>
    <message>
        <source>Next doubtful</source>
        <translation>下一个存疑</translation>
    </message>
    <message>
        <source>%1 next doubtful</source>
        <translation>%1 下一个存疑</translation>
    </message>
    <message>
        <source>doubtful %1</source>
        <translation>存疑 %1</translation>
    </message>
    <message>
        <source>draft %1</source>
        <translation>草稿 %1</translation>
    </message>
</context>
<context>
    <name>widgets::TranscriptStrip</name>
    <message>
        <source>Transcript</source>
        <translation>转写文本</translation>
    </message>
    <message>
        <source>No words yet: type them (Transcribe), import them (menu File), or make one here (menu Edit).</source>
        <translation>还没有词：可键入（转写）、导入（“文件”菜单）或在此新建（“编辑”菜单）。</translation>
    </message>
</context>
<context>
    <name>widgets::TranscriptText</name>
    <message>
        <source>Text of the recording</source>
        <translation>录音的文本</translation>
    </message>
</context>
<context>
    <name>widgets::TransitionList</name>
    <message>
        <source>Transitions</source>
        <translation>话轮转换</translation>
    </message>
    <message>
        <source>A click goes there.</source>
        <translation>单击即跳到该处。</translation>
    </message>
</context>
<context>
    <name>widgets::TransitionModel</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>From the end of one turn to the start of the next, in seconds; less than 0: they overlap</source>
        <translation>从一个话轮结束到下一个话轮开始，单位秒；小于 0：两者重叠</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>From → to</source>
        <translation>从 → 到</translation>
    </message>
    <message>
        <source>Offset, s</source>
        <translation>间隔（秒）</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Minutes and seconds of the conversation, whoever is in hand</source>
        <translation>对话时间的分和秒，与当前是谁无关</translation>
    </message>
</context>
<context>
    <name>widgets::TransportBar</name>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>第 %1 帧</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>无画面</translation>
    </message>
</context>
<context>
    <name>widgets::TurnPredictions</name>
    <message>
        <source>%1 · speaks</source>
        <translation>%1 · 说话</translation>
    </message>
    <message>
        <source>%1 · listens</source>
        <translation>%1 · 聆听</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Model of conversations</source>
        <translation>对话模型</translation>
    </message>
    <message>
        <source>How many turns before a turn the model sees; at the right end it sees the whole conversation</source>
        <translation>模型能看到一个话轮之前的多少个话轮；在最右端它能看到整个对话</translation>
    </message>
    <message>
        <source>Conte&amp;xt</source>
        <translation>上下文(&amp;X)</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>all turns, also behind</source>
        <translation>全部，包括之后</translation>
    </message>
    <message>
        <source>all turns before</source>
        <translation>之前全部</translation>
    </message>
    <message>
        <source>the turn alone</source>
        <translation>仅该话轮</translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s) before</source>
        <translation>
            <numerusform>之前 %n 个话轮</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>widgets::TwoModelsCard</name>
    <message>
        <source>The model to compare with</source>
        <translation>用于比较的模型</translation>
    </message>
    <message>
        <source>another model…</source>
        <translation>另一模型…</translation>
    </message>
    <message>
        <source>apart %1 on average</source>
        <translation>平均相差 %1</translation>
    </message>
    <message>
        <source>r %1</source>
        <translation>r %1</translation>
    </message>
    <message>
        <source>Choose another model: both are shown side by side, and segments can be ordered by how far they are apart.</source>
        <translation>请选择另一模型：两者将并列显示，片段可按差异排序。</translation>
    </message>
    <message>
        <source>Two models are compared on one output: choose one of the classes in the head, in the place of all.</source>
        <translation>两个模型按一个输出比较：请在头部选择某一类别，而不是全部。</translation>
    </message>
</context>
<context>
    <name>widgets::TwoModelsPlot</name>
    <message>
        <source>What two models say of each segment</source>
        <translation>两个模型对每个片段的预测</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>此模型</translation>
    </message>
    <message>
        <source>the other model</source>
        <translation>另一模型</translation>
    </message>
</context>
<context>
    <name>widgets::ValueEditor</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation>%1（按键 %2）</translation>
    </message>
</context>
<context>
    <name>widgets::ValueScale</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 (key %3)</source>
        <translation>%1 %2（按键 %3）</translation>
    </message>
</context>
<context>
    <name>widgets::VideoSurface</name>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
</context>
<context>
    <name>widgets::VolumeControl</name>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <translation>音量 %1 %</translation>
    </message>
</context>
<context>
    <name>widgets::WaveformTrack</name>
    <message>
        <source>Sound</source>
        <translation>声音</translation>
    </message>
</context>
<context>
    <name>widgets::WelcomeCard</name>
    <message>
        <source>no transcript yet</source>
        <translation>尚无转录文本</translation>
    </message>
</context>
<context>
    <name>widgets::WelcomePage</name>
    <message>
        <source>Projects that you open appear here.</source>
        <translation>打开过的项目会显示在这里。</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>Short videos with labelled segments and trained models. Nothing to download.</source>
        <translation>带标签片段和已训练模型的短视频，无需下载。</translation>
    </message>
    <message>
        <source>Open videos or a folder</source>
        <translation>打开视频或文件夹</translation>
    </message>
    <message>
        <source>Your own recordings of any format, with or without words, sequences and labels.</source>
        <translation>任意格式的自有录像，可带或不带词语、序列和标签。</translation>
    </message>
    <message>
        <source>Fetch a standard dataset</source>
        <translation>获取标准数据集</translation>
    </message>
    <message>
        <source>From an address that you give, with its folds. What was cut off goes on later.</source>
        <translation>从您提供的地址获取，包括其划分；中断后可以继续。</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>最近的项目</translation>
    </message>
    <message>
        <source>Drop it anywhere in this window</source>
        <translation>拖放到此窗口的任意位置</translation>
    </message>
    <message>
        <source>&amp;Getting started (F1)</source>
        <translation>入门(&amp;G)（F1）</translation>
    </message>
    <message>
        <source>Videos with their words, sound, faces and labels on one timeline: correct them, review them, and see what a fusion model makes of them.</source>
        <translation>视频及其词语、声音、面部和标签同在一条时间轴上：校正、审阅，并查看融合模型的判断。</translation>
    </message>
    <message>
        <source>Opening %1 …</source>
        <translation>正在打开 %1…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show the &amp;folder</source>
        <translation>显示文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;orget</source>
        <translation>从列表移除(&amp;O)</translation>
    </message>
    <message>
        <source>videos · a folder · .csd · .h5 · .npz · .polylogue
annotation of ELAN, Praat, NOVA, Label Studio</source>
        <translation>视频 · 文件夹 · .csd · .h5 · .npz · .polylogue
ELAN、Praat、NOVA、Label Studio 的标注</translation>
    </message>
    <message>
        <source>Open a fol&amp;der…</source>
        <translation>打开文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Seq&amp;uences of your videos…</source>
        <translation>您的视频的序列(&amp;U)…</translation>
    </message>
</context>
<context>
    <name>widgets::WhatIf</name>
    <message>
        <source>What if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>Drag the edge of a word, or switch a modality off: what it changes shows here at once.</source>
        <translation>拖动词的边界或关闭某个模态：变化会立即显示在这里。</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>&amp;Try…</source>
        <translation>尝试(&amp;T)…</translation>
    </message>
    <message>
        <source>Leave a word out, take another, or the voice or face of another segment: what the model would say then. Your data stay as they are.</source>
        <translation>去掉一个词、换一个词，或使用另一片段的声音或面部：模型会怎样预测。您的数据保持不变。</translation>
    </message>
    <message>
        <source>A double click gives it a name</source>
        <translation>双击可命名</translation>
    </message>
    <message>
        <source>Name of the line</source>
        <translation>此行的名称</translation>
    </message>
    <message>
        <source>from</source>
        <translation>从</translation>
    </message>
    <message>
        <source>to</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Switch a modality off: what it changes shows here at once.</source>
        <translation>关闭一个模态：它的影响会立即显示在这里。</translation>
    </message>
</context>
<context>
    <name>widgets::WhoSpeaksTrack</name>
    <message>
        <source>turn %1</source>
        <translation>话轮 %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>gap %1</source>
        <translation>间隔 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n turn(s)</source>
        <translation>
            <numerusform>%n 个话轮</numerusform>
        </translation>
    </message>
    <message>
        <source>is being found…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>Who speaks when: turns are filled, backchannels have a dashed edge, attempts are hatched, and so is where two turns overlap. Marks above are gaps between turns, red marks below are overlaps; wide ones are interruptions.</source>
        <translation>谁在何时说话：话轮为实心，附和为虚线边，尝试发言为斜线，两个话轮重叠处也为斜线。上方的标记是话轮之间的间隔，下方的红色标记是重叠；宽的是打断。</translation>
    </message>
    <message>
        <source>Turn %1 of %2, %3, %4 to %5 seconds</source>
        <translation>第 %1 个话轮，共 %2 个，%3，%4 到 %5 秒</translation>
    </message>
    <message>
        <source>, overlaps %1 by %2 seconds</source>
        <translation>，与 %1 重叠 %2 秒</translation>
    </message>
    <message>
        <source>, %2 seconds after %1</source>
        <translation>，在 %1 之后 %2 秒</translation>
    </message>
    <message>
        <source>%1 → %2 %3</source>
        <translation>%1 → %2 %3</translation>
    </message>
    <message>
        <source>%1, interruption</source>
        <translation>%1，打断</translation>
    </message>
    <message>
        <source>%1 · turn %2 · %3 s</source>
        <translation>%1 · 话轮 %2 · %3 秒</translation>
    </message>
    <message>
        <source>several</source>
        <translation>多人</translation>
    </message>
    <message>
        <source>%1 · backchannel · %2 s</source>
        <translation>%1 · 附和 · %2 秒</translation>
    </message>
    <message>
        <source>%1 · attempt · %2 s</source>
        <translation>%1 · 尝试发言 · %2 秒</translation>
    </message>
    <message>
        <source>No turns are known: words, turns or channels tell them</source>
        <translation>没有已知的话轮：需要词、话轮或声道来确定</translation>
    </message>
    <message>
        <source>Who speaks</source>
        <translation>谁在说话</translation>
    </message>
    <message>
        <source>, counts %1 % for turn %2</source>
        <translation>，对话轮 %2 计 %1 %</translation>
    </message>
    <message>
        <source>%1, guessed</source>
        <translation>%1，猜测</translation>
    </message>
    <message>
        <source>These turns are guesses, by mouths or by a text without times: edges are dashed until a tier “turns” says who speaks.</source>
        <translation>这些话轮是由嘴部动作或没有时间的文本猜测的：在标注层“turns”说明谁在说话之前，边缘为虚线。</translation>
    </message>
    <message>
        <source>, guessed</source>
        <translation>，猜测</translation>
    </message>
</context>
<context>
    <name>widgets::WhySection</name>
    <message>
        <source>Why it predicts this</source>
        <translation>为何这样预测</translation>
    </message>
</context>
<context>
    <name>widgets::WordChips</name>
    <message>
        <source>Words of %1</source>
        <translation>%1 的词</translation>
    </message>
    <message>
        <source>a word, then Enter</source>
        <translation>输入一个词，再按 Enter</translation>
    </message>
    <message>
        <source>Enter, a comma or a semicolon ends a word; Backspace in the empty field takes the last one away.</source>
        <translation>按 Enter、逗号或分号结束一个词；在空白输入框中按 Backspace 去掉最后一个词。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1：无</translation>
    </message>
    <message>
        <source>An answer, too: no word fits, such as no emotion.</source>
        <translation>也是一种回答：没有合适的词，例如没有情绪。</translation>
    </message>
    <message>
        <source>A set has %1 words at most.</source>
        <translation>一个词集最多有 %1 个词。</translation>
    </message>
    <message>
        <source>The list of this label is closed, and does not have this word.</source>
        <translation>该标签的列表是封闭的，不含这个词。</translation>
    </message>
    <message>
        <source>%1: take “%2” away</source>
        <translation>%1：去掉“%2”</translation>
    </message>
    <message>
        <source>A click takes the word away.</source>
        <translation>点击可去掉该词。</translation>
    </message>
    <message>
        <source>%1. A click takes the word away.</source>
        <translation>%1。点击可去掉该词。</translation>
    </message>
</context>
<context>
    <name>widgets::WordsTrack</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n 个词</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · importance below</source>
        <translation>%1 · 下方为重要性</translation>
    </message>
    <message>
        <source>“%1”, %2 to %3 seconds</source>
        <translation>“%1”，%2 至 %3 秒</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词</translation>
    </message>
    <message>
        <source>%1 · below: %2</source>
        <translation>%1 · 下方：%2</translation>
    </message>
    <message>
        <source>what is shown under the words</source>
        <translation>词下方显示的内容</translation>
    </message>
    <message>
        <source>&amp;Under the words</source>
        <translation>词下方(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Importance</source>
        <translation>重要性(&amp;I)</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n without times</source>
        <translation>
            <numerusform>%1 · %n 个无时间</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”, without times, at %2 to %3 seconds</source>
        <translation>“%1”，无时间，位于 %2 至 %3 秒</translation>
    </message>
    <message>
        <source>%1 · draft</source>
        <translation>%1 · 草稿</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n doubtful</source>
        <translation>
            <numerusform>%1 · %n 个存疑</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · confidence below</source>
        <translation>%1 · 下方为置信度</translation>
    </message>
    <message>
        <source>No word yet: N makes one when this track&apos;s head was clicked.</source>
        <translation>还没有词：单击此轨道头后，按 N 新建一个。</translation>
    </message>
</context>
<context>
    <name>widgets::WorkBars</name>
    <message>
        <source>%1: %2 ratings, %3 of them with others</source>
        <translation>%1：%2 次评分，其中 %3 次与他人共同</translation>
    </message>
    <message>
        <source>Who does how much</source>
        <translation>各人的工作量</translation>
    </message>
    <message numerus="yes">
        <source>and %n more as much each</source>
        <translation>
            <numerusform>另有 %n 人各同样多</numerusform>
        </translation>
    </message>
    <message>
        <source>blue: with others; grey: shared out</source>
        <translation>蓝：与他人共同；灰：分担</translation>
    </message>
</context>
<context>
    <name>widgets::WorkModel</name>
    <message>
        <source>%1, done</source>
        <translation>%1，已完成</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>已标记</translation>
    </message>
</context>
</TS>
